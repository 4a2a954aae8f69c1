// PlainSentence: Chinese is levelled character by character, all other text only copied.
#include "detect/plain_sentence.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

/// Lead bytes of U+3000 to U+FFFF: what has none of them stays as it is.
bool may_change(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xE3 && byte <= 0xEF;
}

constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t wide_space = 0x3000;
constexpr char32_t wide_ascii = 0xFEE0;  // U+FF01 to U+FF5E stand so far behind ASCII

bool is_wide_letter(char32_t code) {
  return (code >= U'０' && code <= U'９') || (code >= U'Ａ' && code <= U'Ｚ') ||
         (code >= U'ａ' && code <= U'ｚ') || code == U'％';
}

char32_t simplified(char32_t code) {
  const FoldedCharacter folded = folded_character(code);
  return folded.count == 1 ? folded.codes[0] : code;
}

/// What a character is read as; zero where it is left out.
char32_t levelled(char32_t code) {
  if (code == zero_width_space) return 0;
  if (code == wide_space) return U' ';
  if (is_wide_letter(code)) return code - wide_ascii;
  return code >= 0x4E00 && code <= 0x9FFF ? simplified(code) : code;
}

}  // namespace

void PlainSentence::level(std::string_view raw) {
  for (std::size_t at = 0; at < raw.size();) {
    const Character character = character_at(raw, at);
    const std::size_t before = text_.size();
    const char32_t read = levelled(character.code);
    if (read == character.code) {
      text_ += raw.substr(at, character.length);
    } else if (read != 0) {
      append_utf8(text_, read);
    }
    at += character.length;
    if (text_.size() - before != character.length) shifts_.push_back({text_.size(), at});
  }
}

void PlainSentence::assign(std::string_view raw) {
  shifts_.clear();
  text_.clear();
  if (std::ranges::any_of(raw, may_change) || raw.contains("\u200b")) {
    level(raw);
  } else {
    text_ = raw;
  }
  std::ranges::replace(text_, '\n', ' ');
  std::ranges::replace(text_, '\r', ' ');
  std::ranges::replace(text_, '\t', ' ');
}

std::size_t PlainSentence::plain(std::size_t at) const {
  const auto next = std::ranges::upper_bound(shifts_, at, {}, &Shift::raw);
  if (next == shifts_.begin()) return at;
  const Shift& last = *std::prev(next);
  return std::min(last.plain + (at - last.raw), text_.size());
}

std::size_t PlainSentence::raw(std::size_t at) const {
  const auto next = std::ranges::upper_bound(shifts_, at, {}, &Shift::plain);
  if (next == shifts_.begin()) return at;
  const Shift& last = *std::prev(next);
  return last.raw + (at - last.plain);
}

}  // namespace tipoff
