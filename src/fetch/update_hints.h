// UpdateHints: what a feed itself says of how often it wants to be asked.
#pragma once

#include <chrono>
#include <cstdint>

#include "clock.h"

namespace tipoff {

/// RSS 2.0's ttl, skipHours and skipDays, and the syndication module's updatePeriod and
/// updateFrequency. All are floors under an interval that nobody has written, and all are capped: a
/// feed that claims to be fresh for a year is asked all the same.
struct UpdateHints {
  std::chrono::seconds floor{0};  // of ttl and sy:update*: the longer one
  std::uint32_t skip_hours = 0;   // bit 0: midnight to one o'clock, GMT
  std::uint8_t skip_days = 0;     // bit 0: Sunday, GMT

  bool operator==(const UpdateHints&) const = default;
};

inline constexpr std::chrono::hours longest_skip{12};

/// The first moment from `due` on that the feed does not ask to skip, `longest_skip` later at the
/// most.
[[nodiscard]] Time after_skipped(const UpdateHints& hints, Time due);

}  // namespace tipoff
