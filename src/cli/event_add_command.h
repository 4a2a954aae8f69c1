// `tipoff event add`: what the seller heard elsewhere.
#pragma once

#include <string>

#include "cli/desk.h"

namespace tipoff {

struct EventAddArguments {
  std::string account;  // id or name
  std::string event;
  std::string text;
  std::string url;
};

[[nodiscard]] int event_add_command(const Desk& desk, const EventAddArguments& arguments);

}  // namespace tipoff
