// How the movements of a call list are called.
#include "rank/call_list.h"

namespace tipoff {

std::string_view name_of(Movement movement) {
  switch (movement) {
    case Movement::entered:
      return "new";
    case Movement::up:
      return "up";
    case Movement::down:
      return "down";
    case Movement::same:
      return "same";
  }
  return "";
}

std::optional<Movement> movement_named(std::string_view name) {
  for (const Movement movement : {Movement::entered, Movement::up, Movement::down, Movement::same})
    if (name_of(movement) == name) return movement;
  return std::nullopt;
}

}  // namespace tipoff
