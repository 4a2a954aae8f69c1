// `tipoff feed parse`.
#pragma once

#include <string>
#include <vector>

#include "cli/desk.h"

namespace tipoff {

struct FeedParseArguments {
  std::vector<std::string> files;  // "-": standard input
  std::string base_url;
  std::string content_type;
};

/// Reads no configuration.
[[nodiscard]] int feed_parse_command(const Desk& desk, const FeedParseArguments& arguments);

}  // namespace tipoff
