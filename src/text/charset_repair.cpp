// Repairs: mixed bytes, C1 code points, UTF-8 encoded twice.
#include "text/charset_repair.h"

#include <optional>

#include "text/byte_word.h"
#include "text/html.h"
#include "text/utf8.h"
#include "text/utf8_sequence.h"

namespace tipoff {
namespace {

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
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

// Text with each code point as its Windows-1252 byte, if the result is UTF-8 and has at least two
// sequences. What stands between ASCII is UTF-8 by itself or nothing is: most text ends at once.
std::optional<std::string> decoded_once_more(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = ascii_run(text, at);
    bytes.append(text, at, run);
    at += run;
    const std::size_t begin = bytes.size();
    while (at < text.size() && is_high(text[at])) {
      const auto byte = western_byte(next_code_point(text, at));
      if (!byte) return std::nullopt;
      bytes += static_cast<char>(*byte);
    }
    if (!is_valid_utf8(std::string_view(bytes).substr(begin))) return std::nullopt;
  }
  const Utf8Soundness soundness = utf8_soundness(bytes);
  if (soundness.sequences < 2 && soundness.long_sequences < 1) return std::nullopt;
  return bytes;
}

std::string without_c1(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = at + ascii_run(text, at);
    repaired.append(text, at, end - at);
    at = end;
    if (at < text.size()) append_utf8(repaired, windows_1252(next_code_point(text, at)));
  }
  return repaired;
}

}  // namespace

std::size_t count_high_bytes(std::string_view bytes) {
  std::size_t count = 0;
  std::size_t at = 0;
  for (; at + byte_word_size <= bytes.size(); at += byte_word_size)
    count += count_marked(byte_word_at(bytes.data() + at) & byte_word_highs);
  for (; at < bytes.size(); ++at) count += is_high(bytes[at]) ? 1 : 0;
  return count;
}

Utf8Soundness utf8_soundness(std::string_view bytes) {
  Utf8Soundness found;
  bool reads_as_lead = false;
  bool beyond_western = false;
  for (std::size_t at = ascii_run(bytes, 0); at < bytes.size();) {
    if (const std::size_t length = sequence_length(bytes.data() + at, bytes.size() - at)) {
      const char32_t c = sequence_value(bytes.data() + at, length);
      at += length;
      ++found.sequences;
      found.long_sequences += length > 2 ? 1 : 0;
      found.has_c1 |= c < 0xA0;
      reads_as_lead |= c >= 0xC2 && c <= 0xF4;
      beyond_western |= c > 0x2122;  // the trade mark sign is its last
    } else {
      (void)next_code_point(bytes, at);
      ++found.malformed;
    }
    if (at < bytes.size() && !is_high(bytes[at])) at += ascii_run(bytes, at);
  }
  found.may_be_encoded_twice = reads_as_lead && !beyond_western;
  return found;
}

std::string repair_mixed_utf8(std::string_view bytes) {
  std::string repaired;
  repaired.reserve(bytes.size() + 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = at + ascii_run(bytes, at);
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
  const Utf8Soundness soundness = utf8_soundness(text);
  return repair_code_points(std::move(text), soundness);
}

std::string repair_code_points(std::string text, const Utf8Soundness& soundness) {
  if (soundness.malformed > 0) text = repair_utf8(text);
  bool has_c1 = soundness.has_c1;
  if (soundness.may_be_encoded_twice) {
    if (auto decoded = decoded_once_more(text)) {
      text = std::move(*decoded);
      has_c1 = true;  // perhaps
    }
  }
  return has_c1 ? without_c1(text) : text;
}

}  // namespace tipoff
