// The words that times of the week are written in: days, and times of day.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tipoff {

/// The words between blanks. Views into `text`.
[[nodiscard]] std::vector<std::string_view> week_words(std::string_view text);

/// "Mon-Fri", "Sat,Sun", "Fri-Mon", in any case. Bit 0: Monday.
[[nodiscard]] std::optional<std::uint8_t> week_days(std::string_view word);

[[nodiscard]] bool falls_on(std::uint8_t weekdays, std::chrono::local_days day);

/// "7:30", "07:30", "24:00": after midnight.
[[nodiscard]] std::optional<std::chrono::minutes> time_of_day(std::string_view word);

}  // namespace tipoff
