// Reads a window word by word, and looks for it from day to day.
#include "text/week_window.h"

#include <algorithm>
#include <optional>

#include "text/time_zone.h"
#include "text/week_words.h"

namespace tipoff {
namespace {

using std::chrono::days;
using std::chrono::hours;

bool take_hours(std::string_view text, WeekWindow& window) {
  const auto dash = text.find('-');
  if (dash == text.npos) return false;
  const auto begin = time_of_day(text.substr(0, dash));
  const auto end = time_of_day(text.substr(dash + 1));
  if (!begin || !end || *begin == hours{24} || *begin == *end) return false;
  window.begin = *begin;
  window.end = *end;
  return true;
}

/// When the window that is open then ends; nothing where none is.
std::optional<Time> end_of_open(const WeekWindow& window, Time time) {
  const auto today = std::chrono::floor<days>(local_of(time, window.zone));
  const auto length = window.end > window.begin ? days{0} : days{1};
  for (int ahead = -1; ahead <= 1; ++ahead) {
    const std::chrono::local_days day = today + days{ahead};
    if (!falls_on(window.days, day)) continue;
    const Time end = utc_of(day + length + window.end, window.zone);
    if (utc_of(day + window.begin, window.zone) <= time && time < end) return end;
  }
  return std::nullopt;
}

}  // namespace

Result<WeekWindow> parse_week_window(std::string_view text) {
  WeekWindow window;
  auto words = week_words(text);
  if (words.empty() || words.size() > 3)
    return failure("is written as days, hours and zone: \"Mon-Fri 07:00-19:00 Europe/Berlin\"");
  if (const auto found = week_days(words.front())) {
    window.days = *found;
    words.erase(words.begin());
  }
  if (!words.empty() && take_hours(words.front(), window)) words.erase(words.begin());
  if (words.empty()) return window;
  const std::string word(words.front());
  if (words.size() > 1 || word.find(':') != word.npos)
    return failure("'" + word + "': hours are written 07:00-19:00, days Mon-Fri or Sat,Sun");
  if (!is_time_zone(word))
    return failure("'" + word +
                   "' is neither days nor hours nor a time zone such as Europe/Berlin");
  window.zone = word;
  return window;
}

Time opens(const WeekWindow& window, Time time) {
  const auto today = std::chrono::floor<days>(local_of(time, window.zone));
  const auto length = window.end > window.begin ? days{0} : days{1};
  for (int ahead = -1; ahead <= 8; ++ahead) {
    const std::chrono::local_days day = today + days{ahead};
    if (!falls_on(window.days, day)) continue;
    const Time begin = utc_of(day + window.begin, window.zone);
    const Time end = utc_of(day + length + window.end, window.zone);
    if (time < end) return std::max(time, begin);
  }
  return time;
}

Time closes(const WeekWindow& window, Time time) {
  constexpr int most_days = 8;  // one that never closes has to be given up some time
  for (int day = 0; day < most_days; ++day) {
    const auto end = end_of_open(window, time);
    if (!end) break;
    time = *end;
  }
  return time;
}

}  // namespace tipoff
