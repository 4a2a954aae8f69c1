// The words of dates: month names, weekdays, zones, and the marks of Chinese and Korean dates.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tipoff {

/// 1 to 12 for a month's name or abbreviation; words are lower case and without accents ("marz",
/// "juillet").
[[nodiscard]] std::optional<unsigned> month_of(std::string_view word);

[[nodiscard]] bool is_weekday(std::string_view word);

/// East of Greenwich; by the sense that feeds give the name (CST is in America, IST in India).
[[nodiscard]] std::optional<std::chrono::minutes> zone_offset(std::string_view word);

/// A date with its words in lower case and without accents, digits and punctuation in ASCII, and
/// Chinese and Korean marks replaced: "2004年7月13日 下午2时15分" is "2004-7-13 pm 2:15".
struct PlainDate {
  std::string text;
  std::chrono::minutes zone{0};  // where the text names none
};
[[nodiscard]] PlainDate plain_date(std::string_view text);

}  // namespace tipoff
