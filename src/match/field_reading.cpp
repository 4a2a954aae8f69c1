// Reads a field once; the questions are answered from the raw bytes around a token.
#include "match/field_reading.h"

#include <algorithm>

#include "match/byte_set.h"
#include "match/phrase_set.h"
#include "text/fold.h"

namespace tipoff {
namespace {

constexpr std::size_t style_sample = 60;  // tokens that decide on the style

bool is_word(std::string_view raw) {
  const auto lead = static_cast<unsigned char>(raw[0]);
  return (lead >= 'A' && lead <= 'Z') || (lead >= 'a' && lead <= 'z') ||
         (lead >= 0xC3 && lead < 0xE3);
}

/// Words that a headline in title case leaves small.
const PhraseSet& small_words() {
  static const PhraseSet set{
      "a, an, and, as, at, but, by, for, from, in, into, of, on, or, over, per, the, to, up, via, "
      "vs, with"};
  return set;
}

}  // namespace

void FieldReading::read() const {
  tokens_ = tokens_of(text_, tokens_.get_allocator().resource());
  read_ = true;
}

std::string_view FieldReading::after(std::size_t token, std::size_t bytes) const {
  return text_.substr(std::min<std::size_t>(tokens()[token].end, text_.size()), bytes);
}

bool FieldReading::is_capitalised(std::size_t token) const {
  if (tokens()[token].small) return false;
  const std::string_view word = raw(token);
  const bool digit = word[0] >= '0' && word[0] <= '9';
  if (tokens()[token].plain) return digit || tokens()[token].has_capital;
  if (digit) return true;
  if (is_capital(character_at(word, 0).code)) return true;
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool FieldReading::is_in_capitals(std::size_t token) const {
  if (tokens()[token].plain)
    return !tokens()[token].has_small && tokens()[token].end - tokens()[token].begin > 1;
  std::string_view word = raw(token);
  if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
  if (word.size() > 4 && word.ends_with("’s")) word.remove_suffix(4);
  if (word.size() < 2 || tokens()[token].small) return false;
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

namespace {

bool has_wide_end(std::string_view gap) {
  for (const std::string_view mark : {"“", "—", "–", "•", "。", "；", "：", "！", "？", "…"})
    if (gap.find(mark) != std::string_view::npos) return true;
  return false;
}

}  // namespace

bool FieldReading::starts_sentence(std::size_t token) const {
  const std::string_view gap = gap_before(token);
  if (token == 0) return true;
  if (gap.empty() || gap == " ") return false;
  static constexpr ByteSet ends{"!?:;\n\"|"};
  if (ends.any_in(gap)) return true;
  if (gap.size() >= 3 && has_wide_end(gap)) return true;
  const std::size_t dot = gap.find('.');
  if (dot == std::string_view::npos || dot + 1 == gap.size()) return false;
  return raw(token - 1).size() > 3 ||
         !is_capitalised(token - 1);  // "Mr. Larkin", "Inc. said" go on
}

/// Small words and single letters say something only where they are in capitals.
bool FieldReading::counts_for_style(std::size_t token) const {
  constexpr std::size_t longest_small_word = 4;
  const Token& word = tokens()[token];
  const std::size_t length = word.end - word.begin;
  if (length < 2) return false;
  if (word.plain && (length > longest_small_word || !word.has_small)) return true;
  return !small_words().contains(word.hash) || is_in_capitals(token);
}

CaseStyle FieldReading::read_style() const {
  std::size_t words = 0;
  std::size_t capitalised = 0;
  std::size_t in_capitals = 0;
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < tokens().size() && looked_at < style_sample; ++i) {
    if (!is_word(raw(i))) continue;
    ++looked_at;
    if (!counts_for_style(i)) continue;
    ++words;
    capitalised += is_capitalised(i) ? 1 : 0;
    in_capitals += is_in_capitals(i) ? 1 : 0;
  }
  if (words < 2) return words == 1 && in_capitals == 1 ? CaseStyle::capitals : CaseStyle::sentence;
  if (10 * in_capitals >= 9 * words) return CaseStyle::capitals;
  if (words >= 4 && 100 * capitalised >= 85 * words) return CaseStyle::headline;
  return CaseStyle::sentence;
}

}  // namespace tipoff
