// WeekWindow: hours of the week: those in which a feed may be asked, or in which nobody is told.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "clock.h"
#include "result.h"

namespace tipoff {

struct WeekWindow {
  std::uint8_t days = 0x7F;                          // bit 0: Monday
  std::chrono::minutes begin{0};                     // after midnight, local time
  std::chrono::minutes end{std::chrono::hours{24}};  // not after `begin`: on the next day
  std::string zone = "UTC";                          // IANA name

  bool operator==(const WeekWindow&) const = default;
};

/// "Mon-Fri 07:00-19:30 Europe/Berlin", "Sat,Sun 22:00-06:00 Asia/Shanghai": days, hours, zone.
/// Days left out: all; hours left out: the whole day; zone left out: UTC. A window over midnight
/// belongs to the day on which it begins.
[[nodiscard]] Result<WeekWindow> parse_week_window(std::string_view text);

/// `time` itself where the window is open then, else when it opens next.
[[nodiscard]] Time opens(const WeekWindow& window, Time time);

/// When the window that is open at `time` ends, the next one that follows without a gap taken
/// along; `time` itself where none is open. One that is always open ends after 8 days.
[[nodiscard]] Time closes(const WeekWindow& window, Time time);

}  // namespace tipoff
