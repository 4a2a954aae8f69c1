// Dates in HTTP headers (RFC 9110, 5.6.7).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "clock.h"

namespace tipoff {

/// "Mon, 02 Mar 2026 08:00:00 GMT", also in the obsolete forms; nothing where the text is no date.
[[nodiscard]] std::optional<Time> http_date(std::string_view text);

[[nodiscard]] std::string http_date_text(Time time);

}  // namespace tipoff
