// UTF-8, with fast paths for runs of ASCII.
#include "text/utf8.h"

#include <algorithm>
#include <cstring>

#include "text/byte_word.h"
#include "text/utf8_sequence.h"

namespace tipoff {
namespace {

// How far a malformed sequence is the beginning of one: those bytes become one replacement.
std::size_t malformed_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char lowest = 0x80;
  unsigned char highest = 0xBF;
  std::size_t followers = 0;
  const unsigned char lead = byte(0);
  if (lead >= 0xC2 && lead <= 0xDF) followers = 1;
  if (lead >= 0xE0 && lead <= 0xEF) followers = 2;
  if (lead >= 0xF0 && lead <= 0xF4) followers = 3;
  if (lead == 0xE0) lowest = 0xA0;
  if (lead == 0xED) highest = 0x9F;
  if (lead == 0xF0) lowest = 0x90;
  if (lead == 0xF4) highest = 0x8F;
  std::size_t length = 1;
  for (; length <= followers && length < text.size(); ++length) {
    if (byte(length) < lowest || byte(length) > highest) break;
    lowest = 0x80;
    highest = 0xBF;
  }
  return length;
}

bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// White space and what is dropped, beyond ASCII, begins with one of these.
bool may_be_special(unsigned char lead) {
  return lead == 0xC2 || (lead >= 0xE1 && lead <= 0xE3);
}

}  // namespace

std::size_t ascii_run(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  for (; at + 4 * byte_word_size <= text.size(); at += 4 * byte_word_size) {
    const char* const bytes = text.data() + at;
    if (!is_ascii(byte_word_at(bytes) | byte_word_at(bytes + byte_word_size) |
                  byte_word_at(bytes + 2 * byte_word_size) |
                  byte_word_at(bytes + 3 * byte_word_size)))
      break;
  }
  while (at + byte_word_size <= text.size() && is_ascii(byte_word_at(text.data() + at)))
    at += byte_word_size;
  while (at < text.size() && !is_high(text[at])) ++at;
  return at - start;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const char* const bytes = text.data() + at;
  if (const auto byte = static_cast<unsigned char>(*bytes); byte < 0x80) {
    ++at;
    return byte;
  }
  if (const std::size_t length = sequence_length(bytes, text.size() - at); length > 0) {
    at += length;
    return sequence_value(bytes, length);
  }
  at += malformed_length(text.substr(at));
  return replacement_character;
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
  for (std::size_t at = ascii_run(text, 0); at < text.size();) {
    const std::size_t length = sequence_length(text.data() + at, text.size() - at);
    if (length == 0) return false;
    at += length;
    if (at < text.size() && !is_high(text[at])) at += ascii_run(text, at);
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
  TextCleaner cleaner(text.size());
  cleaner.add(text);
  return cleaner.is_sound() ? std::move(cleaner).finish() : clean_text(repair_utf8(text));
}

void TextCleaner::add_gap() {
  if (size_ == 0 || cleaned_[size_ - 1] == ' ') return;
  make_room(1);
  cleaned_[size_++] = ' ';
}

void TextCleaner::add(std::string_view text) {
  copy<false>(text);
}

std::size_t TextCleaner::add_to_sign(std::string_view text) {
  return copy<true>(text);
}

template <bool to_sign>
std::size_t TextCleaner::copy(std::string_view text) {
  make_room(text.size());
  const auto stops = [&](std::size_t at) {
    return to_sign && (text[at] == '<' || text[at] == '&');
  };
  char* end = cleaned_.data() + size_;
  std::size_t at = 0;
  while (at + byte_word_size <= text.size()) {
    const ByteWord word = byte_word_at(text.data() + at);
    ByteWord marked = unclean_bytes(word);
    if (to_sign) marked |= bytes_equal(word, '<') | bytes_equal(word, '&');
    const bool doubles_space = text[at] == ' ' && ends_with_space(end);
    if (!doubles_space) std::memcpy(end, &word, byte_word_size);
    if (!doubles_space && marked == 0) {  // known ahead: the next word need not wait for this one
      end += byte_word_size;
      at += byte_word_size;
      continue;
    }
    const std::size_t clean = doubles_space ? 0 : bytes_before_mark(marked);
    end += clean;
    at += clean;
    if (stops(at)) break;
    do end = add_character(text, at, end);
    while (at < text.size() && is_high(text[at]));
  }
  while (at < text.size() && !stops(at)) end = add_character(text, at, end);
  size_ = static_cast<std::size_t>(end - cleaned_.data());
  return at;
}

void TextCleaner::make_room(std::size_t bytes) {
  const std::size_t needed = size_ + bytes + spare;  // sound text never grows
  if (needed > cleaned_.size()) cleaned_.resize(std::max(needed, 2 * cleaned_.size()));
}

bool TextCleaner::ends_with_space(const char* end) const {
  return end == cleaned_.data() || end[-1] == ' ';
}

char* TextCleaner::add_character(std::string_view text, std::size_t& at, char* end) {
  const char c = text[at];
  if (is_high(c)) return add_beyond_ascii(text, at, end);
  ++at;
  const bool space = c == ' ' || (c >= '\t' && c <= '\r');
  if (space ? ends_with_space(end) : c < ' ' || c == 0x7F) return end;
  *end = space ? ' ' : c;
  return end + 1;
}

char* TextCleaner::add_beyond_ascii(std::string_view text, std::size_t& at, char* end) {
  const char* const from = text.data() + at;
  const std::size_t length = sequence_length(from, text.size() - at);
  if (length == 0) is_sound_ = false;
  at += std::max<std::size_t>(length, 1);
  if (length > 0 && may_be_special(static_cast<unsigned char>(*from))) {
    const char32_t c = sequence_value(from, length);
    if (is_space(c)) {
      *end = ' ';
      return ends_with_space(end) ? end : end + 1;
    }
    if (is_dropped(c)) return end;
  }
  for (std::size_t i = 0; i < length; ++i) *end++ = from[i];
  return end;
}

std::string TextCleaner::finish() && {
  if (size_ > 0 && cleaned_[size_ - 1] == ' ') --size_;
  cleaned_.resize(size_);
  return std::move(cleaned_);
}

}  // namespace tipoff
