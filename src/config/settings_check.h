// Checks that several sections of tipoff.toml share: addresses of feeds, receivers and people.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tipoff {

/// Why this is no URL of a feed (http, https, or file:/// with an absolute path); empty where it is
/// one.
[[nodiscard]] std::optional<std::string> feed_url_fault(std::string_view url);

/// Why this is no http or https URL; empty where it is one.
[[nodiscard]] std::optional<std::string> http_url_fault(std::string_view url);

/// One bare address, as in anna@example.com, that cannot break a header: ASCII, no white space, no
/// angle brackets, commas or quotes.
[[nodiscard]] bool is_mail_address(std::string_view text);

/// On one line: no control characters.
[[nodiscard]] bool is_one_line(std::string_view text);

}  // namespace tipoff
