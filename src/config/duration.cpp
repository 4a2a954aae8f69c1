// Reads and writes durations, unit by unit.
#include "config/duration.h"

#include <array>
#include <charconv>

namespace tipoff {

namespace {

struct Unit {
  std::string_view name;
  std::int64_t milliseconds;
};

constexpr std::array<Unit, 5> units{
    {{"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1000}, {"ms", 1}}};
constexpr std::int64_t longest = 36'500 * units[0].milliseconds;

std::string_view take_letters(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  const std::string_view letters = text.substr(0, end);
  text.remove_prefix(end);
  return letters;
}

}  // namespace

Result<std::chrono::milliseconds> parse_duration(std::string_view text) {
  const auto wrong = [whole = std::string(text.substr(0, 40))](const char* why) {
    return failure("'" + whole + "' " + why);
  };
  constexpr auto form = "is no duration; write a number and its unit, such as 30s, 15m, 6h or 14d";
  if (text.empty()) return wrong(form);
  std::int64_t total = 0;
  std::size_t next_unit = 0;
  while (!text.empty()) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error == std::errc::result_out_of_range) return wrong("is longer than a hundred years");
    if (error != std::errc{} || count < 0) return wrong(form);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    const std::string_view letters = take_letters(text);
    while (next_unit < units.size() && units[next_unit].name != letters) ++next_unit;
    if (next_unit == units.size()) return wrong(form);
    const std::int64_t unit = units[next_unit++].milliseconds;
    if (count > (longest - total) / unit) return wrong("is longer than a hundred years");
    total += count * unit;
  }
  return std::chrono::milliseconds(total);
}

std::string duration_text(std::chrono::milliseconds duration) {
  std::string text;
  std::int64_t rest = duration.count();
  for (const Unit& unit : units) {
    if (rest < unit.milliseconds) continue;
    text.append(std::to_string(rest / unit.milliseconds)).append(unit.name);
    rest %= unit.milliseconds;
  }
  return text.empty() ? "0s" : text;
}

}  // namespace tipoff
