// How wide text is on a terminal, and cutting it to fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tipoff {

/// In columns: 2 for Chinese, Japanese, Korean and full-width characters and emoji, 0 for combining
/// marks and control characters, else 1. Bytes that are not UTF-8 count as the one replacement
/// character that is shown for them.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text, or as much of its beginning as fits with "…" behind it. Never parts a character from
/// its combining marks.
[[nodiscard]] std::string clip_to_width(std::string_view text, std::size_t width);

}  // namespace tipoff
