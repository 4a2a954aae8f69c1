// Links of a message: to dial, to write, to read. Whatever is written, nothing else can come of it.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

/// "tel:+4989123456" for a number as people write it; empty where there are no three digits.
[[nodiscard]] std::string phone_link(std::string_view phone);

/// "mailto:anna@example.com"; empty for what is no plain address.
[[nodiscard]] std::string mail_link(std::string_view address);

/// http or https, of at most 2,000 bytes (emit/markup.h: safe_link); empty otherwise.
[[nodiscard]] std::string source_link(std::string_view url);

}  // namespace tipoff
