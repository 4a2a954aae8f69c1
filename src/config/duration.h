// Durations as people write them: 30s, 15m, 6h, 14d.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "result.h"

namespace tipoff {

/// Whole numbers with their unit (ms s m h d), the larger unit first: "90s", "1h30m", "200ms"; "0s"
/// too. At most 36500d.
[[nodiscard]] Result<std::chrono::milliseconds> parse_duration(std::string_view text);

/// The shortest text that parse_duration() reads as this duration: "6h", "1h30m", "200ms". A
/// negative one is "0s".
[[nodiscard]] std::string duration_text(std::chrono::milliseconds duration);

}  // namespace tipoff
