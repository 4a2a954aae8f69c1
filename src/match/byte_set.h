// ByteSet: a few ASCII characters, looked for in a short text without a call for each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tipoff {

class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view bytes) {
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      bits_[byte / 64U] |= 1ULL << (byte % 64U);
    }
  }

  [[nodiscard]] constexpr bool contains(char c) const {
    const auto byte = static_cast<unsigned char>(c);
    return (bits_[byte / 64U] >> (byte % 64U) & 1U) != 0;
  }

  [[nodiscard]] constexpr bool any_in(std::string_view text) const {
    for (const char c : text)
      if (contains(c)) return true;
    return false;
  }

  [[nodiscard]] constexpr bool all_in(std::string_view text) const {
    for (const char c : text)
      if (!contains(c)) return false;
    return true;
  }

  /// Where the last of them stands; npos where none does.
  [[nodiscard]] constexpr std::size_t last_in(std::string_view text) const {
    for (std::size_t i = text.size(); i > 0; --i)
      if (contains(text[i - 1])) return i - 1;
    return std::string_view::npos;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

}  // namespace tipoff
