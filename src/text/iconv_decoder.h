// One charset to UTF-8, by iconv.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tipoff {

struct Transcoded {
  std::string text;
  std::size_t errors = 0;  // sequences without meaning: each one is U+FFFD in the text
};

/// Nothing where the charset is unknown.
[[nodiscard]] std::optional<Transcoded> transcode(std::string_view bytes,
                                                  const std::string& charset);

/// The charset that serves for a declared name: "GB2312" and "x-gbk" are read as gb18030, "latin1"
/// as windows-1252.
[[nodiscard]] std::string serving_charset(std::string_view declared);

}  // namespace tipoff
