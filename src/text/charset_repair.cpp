// Repairs: mixed bytes, C1 code points, UTF-8 encoded twice.
#include "text/charset_repair.h"

#include <algorithm>
#include <optional>

#include "text/html.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

std::size_t ascii_end(std::string_view text, std::size_t from) {
  constexpr std::size_t step = 8;
  while (from + step <= text.size() &&
         std::none_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                      text.begin() + static_cast<std::ptrdiff_t>(from + step), is_high))
    from += step;
  while (from < text.size() && !is_high(text[from])) ++from;
  return from;
}

struct Sequence {
  char32_t code_point = 0;
  std::size_t length = 0;
  bool sound = false;
};

Sequence sequence_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  const char32_t c = next_code_point(text, at);
  const bool sound = c != replacement_character || text.substr(begin, 3) == "\xEF\xBF\xBD";
  return {c, at - begin, sound};
}

// The byte that Windows-1252 has for a code point.
std::optional<unsigned char> western_byte(char32_t c) {
  if (c < 0x100) return static_cast<unsigned char>(c);
  for (char32_t byte = 0x80; byte < 0xA0; ++byte)
    if (windows_1252(byte) == c) return static_cast<unsigned char>(byte);
  return std::nullopt;
}

bool may_be_encoded_twice(std::string_view text) {
  for (const std::string_view sign :
       {"\xC3\x83", "\xC3\x82", "\xC3\xA2\xE2\x82\xAC", "\xC3\xA2\xC2\x80", "\xC3\xA4", "\xC3\xA5",
        "\xC3\xA6", "\xC3\xA7", "\xC3\xA8", "\xC3\xA9"})
    if (text.find(sign) != text.npos) return true;
  return false;
}

// Text with each code point as its Windows-1252 byte, if the result is UTF-8 and has at least two
// sequences.
std::optional<std::string> decoded_once_more(std::string_view text) {
  if (!may_be_encoded_twice(text)) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = western_byte(next_code_point(text, at));
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
  }
  const Utf8Soundness soundness = utf8_soundness(bytes);
  const bool sure = soundness.sequences >= 2 || soundness.long_sequences >= 1;
  if (soundness.malformed > 0 || !sure) return std::nullopt;
  return bytes;
}

bool has_c1(std::string_view text) {
  for (auto at = text.find('\xC2'); at != text.npos; at = text.find('\xC2', at + 1))
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  return false;
}

std::string without_c1(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = ascii_end(text, at);
    repaired.append(text, at, end - at);
    at = end;
    if (at < text.size()) append_utf8(repaired, windows_1252(next_code_point(text, at)));
  }
  return repaired;
}

}  // namespace

std::size_t count_high_bytes(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
}

Utf8Soundness utf8_soundness(std::string_view bytes) {
  Utf8Soundness found;
  for (std::size_t at = ascii_end(bytes, 0); at < bytes.size(); at = ascii_end(bytes, at)) {
    const Sequence sequence = sequence_at(bytes, at);
    at += sequence.length;
    if (!sequence.sound) {
      ++found.malformed;
    } else {
      ++found.sequences;
      if (sequence.length > 2) ++found.long_sequences;
    }
  }
  return found;
}

std::string repair_mixed_utf8(std::string_view bytes) {
  std::string repaired;
  repaired.reserve(bytes.size() + 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = ascii_end(bytes, at);
    repaired.append(bytes, at, end - at);
    at = end;
    if (at == bytes.size()) break;
    const Sequence sequence = sequence_at(bytes, at);
    const bool stray = !sequence.sound && sequence.length == 1;
    const auto byte = static_cast<unsigned char>(bytes[at]);
    append_utf8(repaired, stray ? windows_1252(byte) : sequence.code_point);
    at += sequence.length;
  }
  return repaired;
}

std::string repair_code_points(std::string text) {
  if (!is_valid_utf8(text)) text = repair_utf8(text);
  if (auto decoded = decoded_once_more(text)) text = std::move(*decoded);
  return has_c1(text) ? without_c1(text) : text;
}

}  // namespace tipoff
