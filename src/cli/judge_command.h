// `tipoff event confirm|wrong|undo`: what the seller says of an event.
#pragma once

#include <cstdint>
#include <string>

#include "cli/desk.h"

namespace tipoff {

struct JudgeArguments {
  std::int64_t event = 0;
  std::string reason;
};

[[nodiscard]] int event_confirm_command(const Desk& desk, const JudgeArguments& arguments);
[[nodiscard]] int event_wrong_command(const Desk& desk, const JudgeArguments& arguments);
[[nodiscard]] int event_undo_command(const Desk& desk, const JudgeArguments& arguments);

}  // namespace tipoff
