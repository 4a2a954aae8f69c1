// Undoes Content-Encoding, never into more memory than the cap allows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "result.h"

namespace tipoff {

/// The bytes beneath the encodings that a Content-Encoding header lists ("gzip", "deflate",
/// "identity", two at the most). The error is one sentence for a person: not whole, not that
/// format, more than `cap` bytes, or unknown.
[[nodiscard]] Result<std::string> decode_content(std::string body, std::string_view encodings,
                                                 std::size_t cap);

/// "16 MB", "300 kB": how sizes stand in sentences.
[[nodiscard]] std::string size_text(std::size_t bytes);

}  // namespace tipoff
