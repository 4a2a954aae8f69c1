// Reads days and times of day.
#include "text/week_words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tipoff {
namespace {

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

std::optional<int> number(std::string_view text, int most) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value <= most ? std::optional(value) : std::nullopt;
}

}  // namespace

std::vector<std::string_view> week_words(std::string_view text) {
  return parts_of(text, ' ');
}

std::optional<std::uint8_t> week_days(std::string_view word) {
  unsigned found = 0;
  for (const auto part : parts_of(word, ',')) {
    const auto range = day_range(part);
    if (!range) return std::nullopt;
    found |= *range;
  }
  if (found == 0) return std::nullopt;
  return static_cast<std::uint8_t>(found);
}

bool falls_on(std::uint8_t weekdays, std::chrono::local_days day) {
  return ((weekdays >> (std::chrono::weekday{day}.iso_encoding() - 1)) & 1U) != 0;
}

std::optional<minutes> time_of_day(std::string_view word) {
  const auto colon = word.find(':');
  if (colon == word.npos) return std::nullopt;
  const auto hour = number(word.substr(0, colon), 24);
  const auto minute = number(word.substr(colon + 1), 59);
  if (!hour || !minute || (*hour == 24 && *minute != 0)) return std::nullopt;
  return hours{*hour} + minutes{*minute};
}

}  // namespace tipoff
