// `tipoff feed add`.
#pragma once

#include <string>

#include "cli/desk.h"
#include "net/transport.h"

namespace tipoff {

struct FeedAddArguments {
  std::string url = {};
  std::string title = {};   // empty: the feed's own
  std::string folder = {};  // empty: none
  std::size_t choose = 1;   // which feed of a page that names several
  bool page = false;
  bool dry_run = false;
};

/// Looks at the address, shows what it found, and adds it to the first OPML file. 1: it is no feed,
/// or stands in a list already.
[[nodiscard]] int feed_add_command(const Desk& desk, const FeedAddArguments& arguments);

/// The same, through a transport that the caller has.
[[nodiscard]] int add_feed(const Desk& desk, const FeedAddArguments& arguments,
                           Transport& transport);

}  // namespace tipoff
