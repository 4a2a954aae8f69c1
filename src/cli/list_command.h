// `tipoff list`: the last stored version of the call list. Computes nothing.
#pragma once

#include <optional>
#include <string>

#include "cli/desk.h"

namespace tipoff {

struct ListArguments {
  std::string seller;  // empty: the first of the configuration
  std::string format = "table";
  std::optional<std::size_t> top;  // default: 20 for a table, else [list] top
  bool all = false;                // the dropped accounts too
  std::string at;                  // the version in force then
  std::string owner;
};

[[nodiscard]] int list_command(const Desk& desk, const ListArguments& arguments);

}  // namespace tipoff
