// The feeds to poll: OPML files, [[feeds.feed]], and one [[feeds.search]] feed for every qualified
// account.
#pragma once

#include <span>
#include <vector>

#include "config/settings.h"
#include "match/account.h"

namespace tipoff {

struct FeedListReading {
  std::vector<Feed> feeds;                   // each URL once; what tipoff.toml says of it wins
  std::vector<std::filesystem::path> files;  // where each of them is written
  Complaints complaints;
};

/// Feeds of OPML files and [[feeds.feed]]. The first OPML file need not exist yet, for `tipoff feed
/// add` makes it: a warning. Any other that is missing is an error.
[[nodiscard]] FeedListReading read_feeds(const Settings& settings);

/// One feed for an account and search; {query} is the quoted name without its legal form, or the
/// first alias, URL-encoded.
[[nodiscard]] Feed search_feed(const NewsSearch& search, const Account& account);

}  // namespace tipoff
