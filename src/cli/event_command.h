// `tipoff event list`: the events found, newest first.
#pragma once

#include <string>

#include "cli/desk.h"

namespace tipoff {

struct EventListArguments {
  std::string account;  // id or name
  std::string event;
  std::string since;
  bool review = false;  // the ambiguous ones that wait for a decision, instead of the counted ones
  bool wrong = false;   // those judged wrong, with the reason
  std::string format = "table";  // or jsonl
};

[[nodiscard]] int event_list_command(const Desk& desk, const EventListArguments& arguments);

}  // namespace tipoff
