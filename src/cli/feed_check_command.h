// `tipoff feed check`.
#pragma once

#include <string>
#include <vector>

#include "cli/desk.h"
#include "net/transport.h"

namespace tipoff {

struct FeedCheckArguments {
  std::vector<std::string> sources = {};  // OPML files and addresses; none: the configured feeds
  bool shipped = false;                   // the lists that come with Tipoff
  std::string within = "2m";              // for all of them together
  std::string timeout = "20s";            // for each
  std::string format = "table";           // or jsonl
};

/// Tries each feed once, from this machine, and says what came. 1: any of them failed.
[[nodiscard]] int feed_check_command(const Desk& desk, const FeedCheckArguments& arguments);

/// The same, through a transport that the caller has.
[[nodiscard]] int check_feeds(const Desk& desk, const FeedCheckArguments& arguments,
                              Transport& transport);

}  // namespace tipoff
