// What a server's headers say about when to ask again.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "clock.h"
#include "net/transport.h"

namespace tipoff {

inline constexpr std::chrono::hours longest_retry_after{24 * 7};  // more is taken for a mistake
inline constexpr std::chrono::hours longest_fresh{
    6};  // a newswire is never left alone longer for this

/// Retry-After (RFC 9110, 10.2.3), in seconds or as a date; from now, never negative,
/// `longest_retry_after` at the most.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(std::string_view value, Time now);

/// How long the answer stays fresh (RFC 9111, 4.2): Cache-Control's max-age less Age, else Expires
/// less Date; `longest_fresh` at the most, nothing where it is stale at once.
[[nodiscard]] std::optional<std::chrono::seconds> fresh_for(const Response& response, Time now);

}  // namespace tipoff
