// `tipoff feed list` and `tipoff feed parse`.
#pragma once

#include <string>
#include <vector>

#include "cli/desk.h"

namespace tipoff {

struct FeedListArguments {
  bool failing = false;          // only those
  std::string format = "table";  // or jsonl
};

struct FeedParseArguments {
  std::vector<std::string> files;  // "-": standard input
  std::string base_url;
  std::string content_type;
};

/// Every feed with its health: last success, next try, failures in a row and why.
[[nodiscard]] int feed_list_command(const Desk& desk, const FeedListArguments& arguments);

/// Reads no configuration.
[[nodiscard]] int feed_parse_command(const Desk& desk, const FeedParseArguments& arguments);

}  // namespace tipoff
