// Base64 as Atom embeds it (RFC 4648, 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tipoff {

/// White space is skipped, padding may be missing. Nothing where any other character stands.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace tipoff
