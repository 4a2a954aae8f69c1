// Moments of somebody's own day, as typed on the command line: "today", "2026-03-05",
// "2026-03-05 14:30".
#pragma once

#include <optional>
#include <string>

#include "clock.h"

namespace tipoff {

/// "today" and "tomorrow" are midnight at the beginning of that day in `zone`, as is a date alone;
/// a time without a zone is a time there. With a zone ("2026-03-05T14:30:00Z") it is that moment.
/// "2h" is so long ago.
[[nodiscard]] std::optional<Time> typed_moment(const std::string& text, const std::string& zone,
                                               Time now);

/// Midnight at the beginning of the day that the moment lies in, and of the next one.
[[nodiscard]] Time day_begins(Time moment, const std::string& zone);
[[nodiscard]] Time day_ends(Time moment, const std::string& zone);

/// "2026-03-05" where it is midnight, else "2026-03-05 14:30 CET".
[[nodiscard]] std::string day_text(Time moment, const std::string& zone);

}  // namespace tipoff
