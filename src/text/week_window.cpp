// Reads a window word by word, and looks for it from day to day.
#include "text/week_window.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

#include "text/time_zone.h"

namespace tipoff {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<std::string_view, 7> day_names{"mon", "tue", "wed", "thu",
                                                    "fri", "sat", "sun"};

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end > 0 || separator != ' ') parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<std::size_t> day_of(std::string_view word) {
  const auto found = std::ranges::find_if(day_names, [&](std::string_view name) {
    return std::ranges::equal(name, word, [](unsigned char a, unsigned char b) {
      return a == static_cast<unsigned char>(std::tolower(b));
    });
  });
  if (found == day_names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - day_names.begin());
}

/// "Mon-Fri", "Sat", "Fri-Mon"
std::optional<std::uint8_t> day_range(std::string_view text) {
  const auto dash = text.find('-');
  const auto first = day_of(text.substr(0, dash));
  const auto last = dash == text.npos ? first : day_of(text.substr(dash + 1));
  if (!first || !last) return std::nullopt;
  unsigned found = 0;
  for (std::size_t day = *first;; day = (day + 1) % day_names.size()) {
    found |= 1U << day;
    if (day == *last) return static_cast<std::uint8_t>(found);
  }
}

std::optional<std::uint8_t> days_of(std::string_view text) {
  unsigned found = 0;
  for (const auto part : parts_of(text, ',')) {
    const auto range = day_range(part);
    if (!range) return std::nullopt;
    found |= *range;
  }
  if (found == 0) return std::nullopt;
  return static_cast<std::uint8_t>(found);
}

std::optional<int> number(std::string_view text, int most) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value <= most ? std::optional(value) : std::nullopt;
}

/// "7:30", "07:30", "24:00"
std::optional<minutes> time_of_day(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  const auto hour = number(text.substr(0, colon), 24);
  const auto minute = number(text.substr(colon + 1), 59);
  if (!hour || !minute || (*hour == 24 && *minute != 0)) return std::nullopt;
  return hours{*hour} + minutes{*minute};
}

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

}  // namespace

Result<WeekWindow> parse_week_window(std::string_view text) {
  WeekWindow window;
  auto words = parts_of(text, ' ');
  if (words.empty() || words.size() > 3)
    return failure("is written as days, hours and zone: \"Mon-Fri 07:00-19:00 Europe/Berlin\"");
  if (const auto found = days_of(words.front())) {
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
    const auto weekday = std::chrono::weekday{day}.iso_encoding() - 1;
    if (((window.days >> weekday) & 1U) == 0) continue;
    const Time begin = utc_of(day + window.begin, window.zone);
    const Time end = utc_of(day + length + window.end, window.zone);
    if (time < end) return std::max(time, begin);
  }
  return time;
}

}  // namespace tipoff
