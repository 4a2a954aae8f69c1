// URLs as RFC 3986 has them: joining, escaping, and the questions that others ask of them.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

/// What `reference` means on a page at `base` (RFC 3986, 5.2), dot segments removed. An absolute
/// reference comes back as it is; so does any reference where `base` is not absolute. White space
/// at the ends and line breaks within are dropped.
[[nodiscard]] std::string resolve_url(std::string_view base, std::string_view reference);

/// As a value in a query: all but the unreserved characters (A-Z a-z 0-9 - . _ ~) become %XX.
[[nodiscard]] std::string percent_encode(std::string_view text);

/// Lower case, without user, port or brackets; empty where there is none.
[[nodiscard]] std::string host_of(std::string_view url);

/// http or https, in any case, with a host.
[[nodiscard]] bool is_http(std::string_view url);

}  // namespace tipoff
