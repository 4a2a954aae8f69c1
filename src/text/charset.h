// Bytes of unknown or wrongly declared charset to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tipoff {

struct DecodedText {
  std::string text;      // valid UTF-8, without byte-order mark
  std::string encoding;  // that it was read with, lower case: "utf-8", "gb18030", "windows-1252"

  bool operator==(const DecodedText&) const = default;
};

/// Byte-order mark, or ASCII in two or four bytes a character at the beginning; the `charset` of an
/// HTTP Content-Type; the declaration of an XML or HTML head; a guess, in this order. A declaration
/// that the bytes contradict is not believed: text that is UTF-8 is read as that, and what is not
/// goes on to the guess. Read as their supersets: gb2312 and gbk as gb18030, latin-1 as
/// Windows-1252, Shift_JIS as CP932, EUC-KR as CP949. C1 code points become what Windows-1252 has
/// there; UTF-8 that was encoded twice is decoded twice. Bytes without meaning become U+FFFD.
/// A stray byte in text that is UTF-8 otherwise is one of Windows-1252: it makes no other charset
/// of the whole, which would spoil every quotation mark for the sake of one byte.
[[nodiscard]] DecodedText to_utf8(std::string_view bytes, std::string_view content_type = {});

/// What to_utf8 gives, read in place where the bytes are sound UTF-8: they must outlive it.
struct ReadableText {
  std::string_view bytes;              // without byte-order mark
  std::optional<std::string> decoded;  // where they had to be
  std::string encoding;

  [[nodiscard]] std::string_view text() const { return decoded ? *decoded : bytes; }
};

[[nodiscard]] ReadableText read_as_utf8(std::string_view bytes, std::string_view content_type = {});

}  // namespace tipoff
