// WeekTime: a time of day on some days of the week, in a zone: when a digest is sent.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "clock.h"
#include "result.h"

namespace tipoff {

struct WeekTime {
  std::uint8_t days = 0x7F;    // bit 0: Monday
  std::chrono::minutes at{0};  // after midnight, local time
  std::string zone = "UTC";    // IANA name

  bool operator==(const WeekTime&) const = default;
};

/// "Mon-Fri 08:00 Europe/Berlin": days, time, zone. Days left out: all; zone left out: UTC.
[[nodiscard]] Result<WeekTime> parse_week_time(std::string_view text);

/// The first such moment after `after`. A local time that the clock skips in spring is the moment
/// of the jump; one that it shows twice in autumn is the earlier.
[[nodiscard]] Time next(const WeekTime& week_time, Time after);

}  // namespace tipoff
