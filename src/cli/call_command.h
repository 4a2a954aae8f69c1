// `tipoff call log|list`: what came of calls, and which callbacks are due.
#pragma once

#include <string>

#include "cli/desk.h"

namespace tipoff {

struct CallLogArguments {
  std::string account;
  std::string outcome;
  std::string contact;
  std::string due;
  std::string note;
  std::string at;  // empty: now
  std::string seller;
};

struct CallListArguments {
  std::string due;  // "today" or a date: only what is to be called back by the end of that day
  std::string account;
  std::string seller;
  std::string format = "table";
};

[[nodiscard]] int call_log_command(const Desk& desk, const CallLogArguments& arguments);
[[nodiscard]] int call_list_command(const Desk& desk, const CallListArguments& arguments);

}  // namespace tipoff
