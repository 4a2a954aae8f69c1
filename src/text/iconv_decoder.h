// One charset to UTF-8, by iconv.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tipoff {

struct Transcoded {
  std::string text;
  std::size_t errors = 0;  // sequences without meaning: each one is U+FFFD in the text
};

/// Nothing where the charset is unknown, or where there are more than `most_errors`.
[[nodiscard]] std::optional<Transcoded> transcode(
    std::string_view bytes, const std::string& charset,
    std::size_t most_errors = std::numeric_limits<std::size_t>::max());

/// The charset that serves for a declared name: "GB2312" and "x-gbk" are read as gb18030, "latin1"
/// as windows-1252.
[[nodiscard]] std::string serving_charset(std::string_view declared);

}  // namespace tipoff
