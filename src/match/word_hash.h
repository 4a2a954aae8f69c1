// WordHash: the hash of a folded word, taken eight bytes at a time while the raw text is read.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tipoff {

/// Whether a character of three bytes opens the bytes, the first in the lowest.
[[nodiscard]] inline bool is_three_bytes(std::uint64_t bytes) {
  return (bytes & 0xC0C0F0U) == 0x8080E0U;
}

[[nodiscard]] inline unsigned code_of_three(std::uint64_t bytes) {
  return static_cast<unsigned>((bytes & 0x0FU) << 12U | (bytes >> 2U & 0xFC0U) |
                               (bytes >> 16U & 0x3FU));
}

/// Whether the code is in the block of ideographs whose kind needs no look.
[[nodiscard]] inline bool is_han(unsigned code) {
  return code >= 0x4E00 && code <= 0x9FFF;
}

[[nodiscard]] inline bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// As many of eight bytes of text as are ASCII letters or digits, in lower case.
struct Letters {
  std::uint64_t folded = 0;  // the first in the lowest byte; zero behind the last
  unsigned count = 0;
  bool capitals = false;  // whether any was a capital
  bool smalls = false;
};

/// The bytes from `at` on, the first in the lowest; zeros behind the end.
[[nodiscard]] inline std::uint64_t next_eight(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  const std::size_t left = text.size() - at;
  if (left >= 8) {
    std::memcpy(&bytes, text.data() + at, 8);
  } else if (text.size() >= 8 && left > 0) {  // sooner read and shifted than copied one by one
    std::memcpy(&bytes, text.data() + text.size() - 8, 8);
    if constexpr (std::endian::native == std::endian::big) bytes = std::byteswap(bytes);
    return bytes >> (8 * (8 - left));
  } else {
    std::memcpy(&bytes, text.data() + at, left);
  }
  if constexpr (std::endian::native == std::endian::big) bytes = std::byteswap(bytes);
  return bytes;
}

/// All eight bytes at once: seven-bit sums that reach the eighth bit mark a range's members.
[[gnu::always_inline]] inline Letters letters_in(std::uint64_t bytes) {
  constexpr auto each = [](std::uint64_t byte) { return byte * 0x0101010101010101ULL; };
  const std::uint64_t low = bytes & each(0x7F);
  const std::uint64_t lower = low | each(0x20);
  const std::uint64_t alphabetic = (lower + each(0x80 - 'a')) & ~(lower + each(0x7F - 'z'));
  const std::uint64_t digits = (low + each(0x80 - '0')) & ~(low + each(0x7F - '9'));
  const std::uint64_t others = ~((alphabetic | digits) & ~bytes) & each(0x80);
  const auto count = static_cast<unsigned>(std::countr_zero(others)) / 8;
  const std::uint64_t taken = count == 8 ? ~0ULL : (1ULL << (8 * count)) - 1;
  const std::uint64_t small = alphabetic & (bytes << 2U) & each(0x80) & taken;
  return {(bytes | each(0x20)) & taken, count, (~bytes & each(0x20) & taken) != 0, small != 0};
}

/// The hash of a word is that of its folded letters as UTF-8. Its highest bit says whether the word
/// is an ideograph.
class WordHash {
 public:
  static constexpr std::uint64_t ideograph_bit = 1ULL << 63U;

  void add(const Letters& letters) {
    if (filled_ == 0) {
      pending_ = letters.folded;
      filled_ = letters.count;
      if (filled_ == 8) mix_pending();
    } else {
      for (unsigned i = 0; i < letters.count; ++i)
        add_byte(static_cast<unsigned char>(letters.folded >> (8 * i)));
    }
  }

  void add(char32_t code) {
    if (code < 0x80) return add_byte(code);
    if (code >= 0x10000) {
      add_byte(0xF0U | code >> 18U);
      add_byte(0x80U | (code >> 12U & 0x3FU));
    } else if (code >= 0x800) {
      add_byte(0xE0U | code >> 12U);
    }
    add_byte((code < 0x800 ? 0xC0U : 0x80U) | (code >> 6U & 0x3FU));
    add_byte(0x80U | (code & 0x3FU));
  }

  [[nodiscard]] std::uint64_t value() const {
    return (filled_ == 0 ? state_ : mixed(state_ ^ pending_)) & ~ideograph_bit;
  }

  /// Of a word of at most eight ASCII letters.
  [[nodiscard]] static std::uint64_t of(std::uint64_t folded) {
    return mixed(seed ^ folded) & ~ideograph_bit;
  }

  /// Of a word of eight ASCII letters and at most eight more.
  [[nodiscard]] static std::uint64_t of(std::uint64_t folded, std::uint64_t more) {
    return mixed(mixed(seed ^ folded) ^ more) & ~ideograph_bit;
  }

  [[nodiscard]] static std::uint64_t of_ideograph(std::uint64_t folded) {
    return (folded + 1) * 0x9E3779B97F4A7C15ULL | ideograph_bit;
  }

 private:
  static constexpr std::uint64_t seed = 0xCBF29CE484222325ULL;

  static std::uint64_t mixed(std::uint64_t state) {
    state *= 0x9E3779B97F4A7C15ULL;
    state ^= state >> 32U;
    state *= 0xD6E8FEB86659FD93ULL;
    return state ^ (state >> 29U);
  }

  void add_byte(std::uint64_t byte) {
    pending_ |= byte << (8 * filled_);
    if (++filled_ == 8) mix_pending();
  }

  void mix_pending() {
    state_ = mixed(state_ ^ pending_);
    pending_ = 0;
    filled_ = 0;
  }

  std::uint64_t state_ = seed;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;  // bytes of pending_
};

/// Whether a token's hash is an ideograph's.
[[nodiscard]] inline bool is_ideograph_hash(std::uint64_t hash) {
  return (hash & WordHash::ideograph_bit) != 0;
}

}  // namespace tipoff
