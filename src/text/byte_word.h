// Eight bytes of text at once: what holds of all of them is asked in a few steps of arithmetic.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tipoff {

/// Bytes in the order of the text; which one is the lowest depends on the machine, so ask only
/// what does not depend on it.
using ByteWord = std::uint64_t;

inline constexpr std::size_t byte_word_size = sizeof(ByteWord);
inline constexpr ByteWord byte_word_highs = 0x8080808080808080U;

constexpr ByteWord byte_word_of(unsigned char byte) {
  return 0x0101010101010101U * byte;
}

/// Reads eight bytes from `text` on.
inline ByteWord byte_word_at(const char* text) {
  ByteWord word = 0;
  std::memcpy(&word, text, byte_word_size);
  return word;
}

constexpr bool is_ascii(ByteWord word) {
  return (word & byte_word_highs) == 0;
}

/// The high bit of each byte that is `byte`, which is ASCII.
constexpr ByteWord bytes_equal(ByteWord word, unsigned char byte) {
  const ByteWord difference = (word ^ byte_word_of(byte)) & ~byte_word_highs;
  return ~(difference + byte_word_of(0x7F)) & ~word & byte_word_highs;
}

/// How many bytes have the high bit, the others being 0.
constexpr std::size_t count_marked(ByteWord highs) {
  return static_cast<std::size_t>((highs >> 7U) * byte_word_of(1) >> 56U);
}

/// How many bytes stand before the first one with the high bit; 8 where none has it.
constexpr std::size_t bytes_before_mark(ByteWord highs) {
  const int bits = std::endian::native == std::endian::little ? std::countr_zero(highs)
                                                              : std::countl_zero(highs);
  return static_cast<std::size_t>(bits) / 8;
}

/// Marks each byte that is no printable ASCII or is a space behind a space. Bytes around such a
/// one may be marked too.
constexpr ByteWord unclean_bytes(ByteWord word) {
  // A byte below the space borrows, DEL carries: each leaves a high bit.
  const ByteWord other = word | (word - byte_word_of(' ')) | (word + byte_word_of(1));
  const ByteWord spaces = bytes_equal(word, ' ');
  const bool little = std::endian::native == std::endian::little;
  return (other & byte_word_highs) | (spaces & (little ? spaces << 8U : spaces >> 8U));
}

}  // namespace tipoff
