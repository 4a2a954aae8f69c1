// Base64, decoding only.
#include "parse/base64.h"

#include <cstdint>

namespace tipoff {

std::optional<std::string> decode_base64(std::string_view text) {
  static constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t pending = 0;
  unsigned bits = 0;
  for (const char c : text) {
    if (c == ' ' || c == '=' || (c >= '\t' && c <= '\r')) continue;
    const auto value = alphabet.find(c);
    if (value == alphabet.npos) return std::nullopt;
    pending = (pending << 6U) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>((pending >> bits) & 0xFFU);
    }
  }
  return bytes;
}

}  // namespace tipoff
