// One poll of one feed: what to ask, and what the answer means.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "fetch/feed.h"
#include "fetch/push_links.h"
#include "net/transport.h"

namespace tipoff {

/// How all feeds are asked ([fetch] in the configuration).
struct FetchSettings {
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds timeout{30'000};
  std::size_t body_cap = 6U << 20;  // bytes, after decompression
  std::string user_agent;           // empty: "Tipoff/<version> (+contact)"
  std::string contact;              // address or page that a server's owner can turn to
  std::string proxy;
  std::string ca_file;
  int per_host = 2;                         // transfers at once to one host
  int at_once = 256;                        // transfers at once
  int host_budget = 0;                      // requests a day to each host; 0: no limit
  std::map<std::string, int> host_budgets;  // by host, where its feeds say so: the smaller holds

  bool operator==(const FetchSettings&) const = default;
};

enum class PollKind { news, not_modified, failed, gone };

/// What one answer means, as a value: nothing here is an error of ours.
struct PollOutcome {
  PollKind kind = PollKind::failed;
  std::string body;  // news only
  std::string content_type;
  std::string url;  // where it was found in the end: base of relative links
  std::string etag;
  std::string last_modified;
  std::string moved_to;                             // every hop there was permanent (301, 308)
  std::optional<std::chrono::seconds> retry_after;  // holds the whole host
  std::optional<std::chrono::seconds>
      fresh_for;        // Cache-Control max-age or Expires: a floor, capped
  std::string failure;  // one sentence that a person understands
  UpdateHints hints;    // of the document, where it was a feed
  Rhythm rhythm;        // likewise
  PushLinks links;      // of the headers
  bool pushed = false;  // a hub sends what is new: polling is slow while it does
};

/// Whether the poll asks "has it changed?": validators are known, and younger than
/// `longest_validator_life`.
[[nodiscard]] bool sends_validators(const FeedState& state, Time now);

/// The feed's own address, or the one it has moved to once that is believed.
[[nodiscard]] std::string poll_url(const Feed& feed, const FeedState& state);

[[nodiscard]] Request poll_request(const Feed& feed, const FeedState& state,
                                   const FetchSettings& settings, Time now);

/// What we call ourselves to every server.
[[nodiscard]] std::string user_agent(const FetchSettings& settings);

/// Requests a day to a host; 0: no limit.
[[nodiscard]] int budget_of(const FetchSettings& settings, const std::string& host);

/// `conditional`: the request carried validators. A 304 to one that did not is a failure.
[[nodiscard]] PollOutcome poll_outcome(Response response, Time now, bool conditional = true);

}  // namespace tipoff
