// UTF-8 by the table of the Unicode standard, 3.9, with one fast path for runs of ASCII.
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace tipoff {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

// What a leading byte promises: how many bytes follow it, and the range of the first of them.
struct Lead {
  int followers = 0;
  unsigned char lowest = 0x80;
  unsigned char highest = 0xBF;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {};
}

constexpr char32_t malformed = 0xFFFFFFFF;

bool follows(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// By the table: what the fast paths below do not take.
char32_t read_by_table(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  Lead lead = lead_of(first);
  if (lead.followers == 0) return malformed;
  char32_t code_point = first & (0x3FU >> static_cast<unsigned>(lead.followers));
  for (; lead.followers > 0; --lead.followers) {
    if (at == text.size()) return malformed;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < lead.lowest || byte > lead.highest) return malformed;
    code_point = (code_point << 6U) | (byte & 0x3FU);
    lead.lowest = 0x80;
    lead.highest = 0xBF;
    ++at;
  }
  return code_point;
}

char32_t read_code_point(std::string_view text, std::size_t& at) {
  const char* bytes = text.data() + at;
  const std::size_t left = text.size() - at;
  const auto first = static_cast<unsigned char>(bytes[0]);
  const auto low = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]) & 0x3FU; };
  if (first < 0x80) {
    ++at;
    return first;
  }
  if (first >= 0xC2 && first <= 0xDF && left > 1 && follows(bytes[1])) {
    at += 2;
    return (first & 0x1FU) << 6U | low(1);
  }
  const bool three = first > 0xE0 && first < 0xF0 && first != 0xED;
  if (three && left > 2 && follows(bytes[1]) && follows(bytes[2])) {
    at += 3;
    return (first & 0x0FU) << 12U | low(1) << 6U | low(2);
  }
  return read_by_table(text, at);
}

bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::size_t ascii_run(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & high_bits) != 0) break;
    at += 8;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at - start;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const char32_t code_point = read_code_point(text, at);
  return code_point == malformed ? replacement_character : code_point;
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement_character;
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | (c >> 6U));
  } else {
    if (c < 0x10000) {
      put(0xE0U | (c >> 12U));
    } else {
      put(0xF0U | (c >> 18U));
      put(0x80U | ((c >> 12U) & 0x3FU));
    }
    put(0x80U | ((c >> 6U) & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

bool is_valid_utf8(std::string_view text) {
  std::size_t at = ascii_run(text, 0);
  while (at < text.size()) {
    if (read_code_point(text, at) == malformed) return false;
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) at += ascii_run(text, at);
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string repaired;
  repaired.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = ascii_run(text, at);
    repaired.append(text, at, run);
    at += run;
    if (at < text.size()) append_utf8(repaired, next_code_point(text, at));
  }
  return repaired;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

std::string clean_text(std::string_view text) {
  if (!is_valid_utf8(text)) return clean_text(repair_utf8(text));
  TextCleaner cleaner(text.size());
  cleaner.add(text);
  return std::move(cleaner).finish();
}

void TextCleaner::add_gap() {
  if (size_ == 0 || cleaned_[size_ - 1] == ' ') return;
  if (size_ == cleaned_.size()) cleaned_.resize(2 * size_);
  cleaned_[size_++] = ' ';
}

void TextCleaner::add(std::string_view text) {
  const std::size_t needed = size_ + text.size() + 1;  // valid text never grows
  if (needed > cleaned_.size()) cleaned_.resize(std::max(needed, 2 * cleaned_.size()));
  char* const begin = cleaned_.data();
  char* end = begin + size_;
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (byte > ' ' && byte < 0x7F) {
      *end++ = byte;
      ++at;
      continue;
    }
    if (byte == ' ') {
      ++at;
      *end = ' ';
      end += end > begin && end[-1] != ' ' ? 1 : 0;
      continue;
    }
    const std::size_t from = at;
    const char32_t c = read_code_point(text, at);
    if (is_space(c)) {
      if (end > begin && end[-1] != ' ') *end++ = ' ';
    } else if (!is_dropped(c)) {
      end = std::copy_n(text.data() + from, at - from, end);
    }
  }
  size_ = static_cast<std::size_t>(end - begin);
}

std::string TextCleaner::finish() && {
  if (size_ > 0 && cleaned_[size_ - 1] == ' ') --size_;
  cleaned_.resize(size_);
  return std::move(cleaned_);
}

}  // namespace tipoff
