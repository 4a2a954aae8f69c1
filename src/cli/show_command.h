// `tipoff show ACCOUNT`: one account, its score point by point, its events with their evidence.
#pragma once

#include <string>

#include "cli/desk.h"

namespace tipoff {

struct ShowArguments {
  std::string account;  // id or name
  std::string seller;
  std::string at;               // as a past version of the list had it
  std::string format = "text";  // or json
};

[[nodiscard]] int show_command(const Desk& desk, const ShowArguments& arguments);

}  // namespace tipoff
