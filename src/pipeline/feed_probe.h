// Asks addresses what they are: a feed, a page that names feeds, or neither.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "fetch/poll.h"
#include "net/transport.h"
#include "parse/feed_links.h"

namespace tipoff {

struct FeedProbe {
  std::string url;                   // where it is to be asked: itself, or where it moved for good
  std::string answered_at;           // the last hop's address, after redirects of any kind
  std::optional<FeedDocument> feed;  // it is one
  std::vector<FeedLink> links;       // a page, and the feeds that it names
  std::string failure;               // neither; one sentence for a person
};

using OnProbe = std::function<void(std::size_t feed, const FeedProbe& probe)>;

/// Asks all of them, as the poller would: the same headers, limits and rules of addresses. Calls
/// `done` once for each, in the order of the answers; what has no answer within `longest` has
/// failed. A host that twice gave no answer at all is not asked again.
void probe_feeds(Transport& transport, std::span<const Feed> feeds, const FetchSettings& settings,
                 std::chrono::seconds longest, const OnProbe& done);

[[nodiscard]] FeedProbe probe_feed(Transport& transport, const Feed& feed,
                                   const FetchSettings& settings);

/// What an answer says.
[[nodiscard]] FeedProbe judge_probe(const Feed& feed, Response response);

}  // namespace tipoff
