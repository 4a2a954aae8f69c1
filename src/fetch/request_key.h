// request_key(): whether two addresses are one request.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

/// The address with scheme and host in lower case, without the scheme's own port, without fragment,
/// with "/" for an empty path: what a server sees is the same for all that have the same key.
[[nodiscard]] std::string request_key(std::string_view url);

}  // namespace tipoff
