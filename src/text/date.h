// Dates as feeds write them, to a moment in UTC, and back to text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "clock.h"

namespace tipoff {

/// RFC 822 and RFC 3339, ISO 8601 (basic, week and ordinal dates), asctime, and what feeds write
/// instead: month names of many languages, Chinese and Korean dates, zones by name, no seconds, a
/// date alone (midnight). Without a zone: UTC, but Korean time where the date is written in Korean
/// and Chinese time where it is written in Chinese. Hours, minutes, seconds and days slightly out
/// of range roll over ("31 Jun" is 1 July). Nothing where no date can be told, or the year lies
/// outside 1900 to 2200.
[[nodiscard]] std::optional<Time> parse_date(std::string_view text);

/// "2026-03-02T08:00:00Z"
[[nodiscard]] std::string format_utc(Time time);

/// "2026-03-02 09:00 CET", in the zone that this machine is set to; UTC where none is known.
[[nodiscard]] std::string format_local(Time time);

/// The same in a zone by its IANA name ("Europe/Berlin"); UTC where the name is unknown.
[[nodiscard]] std::string format_local(Time time, const std::string& zone);

}  // namespace tipoff
