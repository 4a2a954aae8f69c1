// Goes from hour to hour.
#include "fetch/update_hints.h"

#include <algorithm>

namespace tipoff {
namespace {

bool is_skipped(const UpdateHints& hints, Time time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto hour = std::chrono::floor<std::chrono::hours>(time - day).count();
  const auto weekday = std::chrono::weekday{day}.c_encoding();
  return ((hints.skip_hours >> hour) & 1U) != 0 || ((hints.skip_days >> weekday) & 1U) != 0;
}

}  // namespace

Time after_skipped(const UpdateHints& hints, Time due) {
  const Time latest = due + longest_skip;
  Time time = due;
  while (time < latest && is_skipped(hints, time))
    time = std::chrono::floor<std::chrono::hours>(time) + std::chrono::hours{1};
  return std::min(time, latest);
}

}  // namespace tipoff
