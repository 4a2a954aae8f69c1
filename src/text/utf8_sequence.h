// One sequence of UTF-8 beyond ASCII, by the table of the Unicode standard, 3.9.
#pragma once

#include <cstddef>

namespace tipoff {

/// Bytes of the well-formed sequence that begins at `text`, which has `left` bytes and begins with
/// one beyond ASCII; 0 where none does.
inline std::size_t sequence_length(const char* text, std::size_t left) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned char lead = byte(0);
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return left > 1 && follows(1) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !follows(1) || !follows(2)) return 0;
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  if (lead > 0xF4 || left < 4 || !follows(1) || !follows(2) || !follows(3)) return 0;
  const bool overlong = lead == 0xF0 && byte(1) < 0x90;
  const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
  return overlong || beyond ? 0 : 4;
}

/// The code point of a well-formed sequence of that length.
inline char32_t sequence_value(const char* text, std::size_t length) {
  const auto low = [&](std::size_t i) -> char32_t {
    return static_cast<unsigned char>(text[i]) & 0x3FU;
  };
  const char32_t lead = static_cast<unsigned char>(text[0]);
  if (length == 2) return (lead & 0x1FU) << 6U | low(1);
  if (length == 3) return (lead & 0x0FU) << 12U | low(1) << 6U | low(2);
  return (lead & 0x07U) << 18U | low(1) << 12U | low(2) << 6U | low(3);
}

}  // namespace tipoff
