// `tipoff mute`: an account, or a type of event, of which nobody is told for a time.
#pragma once

#include <cstdint>
#include <string>

#include "cli/desk.h"

namespace tipoff {

struct MuteArguments {
  std::string account;
  std::string event;
  std::string for_time;  // "14d"
  std::string seller;    // empty: every seller
  std::string note;
};

struct MuteListArguments {
  std::string format = "table";
};

struct MuteLiftArguments {
  std::int64_t mute = 0;
};

[[nodiscard]] int mute_command(const Desk& desk, const MuteArguments& arguments);
[[nodiscard]] int mute_list_command(const Desk& desk, const MuteListArguments& arguments);
[[nodiscard]] int mute_lift_command(const Desk& desk, const MuteLiftArguments& arguments);

}  // namespace tipoff
