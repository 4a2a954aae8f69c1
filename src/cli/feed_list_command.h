// `tipoff feed list`.
#pragma once

#include <string>

#include "cli/desk.h"

namespace tipoff {

struct FeedListArguments {
  bool failing = false;          // only those
  bool urls = false;             // show addresses instead of titles
  std::string format = "table";  // or json, jsonl
};

/// Every feed with its health, from the lists and the store.
[[nodiscard]] int feed_list_command(const Desk& desk, const FeedListArguments& arguments);

}  // namespace tipoff
