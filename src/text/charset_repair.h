// Repairs of text whose charset was mistaken before it came to us.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tipoff {

[[nodiscard]] std::size_t count_high_bytes(std::string_view bytes);

/// How far bytes are UTF-8.
struct Utf8Soundness {
  std::size_t sequences = 0;       // sound ones of two bytes and more
  std::size_t long_sequences = 0;  // of three bytes and more
  std::size_t malformed = 0;
  bool has_c1 = false;  // code points U+0080 to U+009F
  bool may_be_encoded_twice =
      false;  // holds what a leading byte of UTF-8 is in Windows-1252, and nothing far beyond that

  [[nodiscard]] bool is_ascii() const { return sequences == 0 && malformed == 0; }
};
[[nodiscard]] Utf8Soundness utf8_soundness(std::string_view bytes);

/// UTF-8 with single bytes of Windows-1252 strewn in: these are decoded as such; torn sequences
/// become U+FFFD.
[[nodiscard]] std::string repair_mixed_utf8(std::string_view bytes);

/// C1 code points become what Windows-1252 has there. Where all that is not ASCII reads as UTF-8
/// taken for Windows-1252 and encoded once more, it is decoded once more. `text` is valid UTF-8, or
/// is repaired.
[[nodiscard]] std::string repair_code_points(std::string text);
[[nodiscard]] std::string repair_code_points(std::string text, const Utf8Soundness& soundness);

}  // namespace tipoff
