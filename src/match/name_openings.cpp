// The filter, and a quick look through a text's bytes.
#include "match/name_openings.h"

#include <algorithm>
#include <bit>

#include "match/token.h"
#include "match/word_hash.h"
#include "text/fold.h"

namespace tipoff {
namespace {

constexpr std::size_t bits_an_opening = 10;
constexpr std::size_t least_blocks = 2048;  // of 8 bytes: in a short list hardly a guess is wrong

/// Of the word "and", which the mark stands for.
const std::uint64_t conjunction = WordHash::of(0x646E61);

/// Goes through a text as the tokenizer does, but gives up, with a yes, at whatever is not plain.
class QuickLook {
 public:
  QuickLook(const NameOpenings& openings, std::string_view text, bool names_only)
      : openings_(openings), text_(text), names_only_(names_only) {}

  /// `ideographs`: whether they matter.
  bool finds_opening(bool ideographs) {
    while (at_ < text_.size()) {
      if ((ideograph_ | pair_) == 0) at_ = behind_ideographs(ideographs);
      if (at_ == text_.size()) break;
      if (byte(0) < 0x80 ? passes_word(static_cast<unsigned char>(byte(0)))
                         : passes_wide(ideographs))
        return true;
    }
    return ideograph_ != 0 && may_be_lone(ideograph_);
  }

 private:
  struct Folded {
    unsigned code = 0;
    unsigned length = 1;  // bytes
    CharacterKind kind = CharacterKind::separator;
    bool odd = false;  // joins or vanishes within a word, or is more than one character
  };

  [[nodiscard]] unsigned byte(std::size_t i) const {
    return static_cast<unsigned char>(text_[at_ + i]);
  }

  /// Where the ideographs end that begin no name; from at_ on, which may be there already.
  [[nodiscard]] std::size_t behind_ideographs(bool ideographs) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
    const char16_t* folded = tables_.folded;
    std::size_t at = at_;
    for (; text_.size() - at >= 3; at += 3) {
      const unsigned lead = bytes[at];
      const unsigned second = bytes[at + 1];
      const unsigned third = bytes[at + 2];
      if (lead - 0xE4U > 5 || (second & 0xC0U) != 0x80 || (third & 0xC0U) != 0x80) break;
      if (!ideographs) continue;
      const unsigned code = (lead & 0x0FU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU);
      if (openings_.may_begin_with(WordHash::of_ideograph(folded[code]))) break;
    }
    return at;
  }

  /// The wide character at at_.
  [[nodiscard]] Folded wide() const {
    if (text_.size() - at_ >= 3 && (byte(0) & 0xF0U) == 0xE0 && (byte(1) & 0xC0U) == 0x80 &&
        (byte(2) & 0xC0U) == 0x80) {
      const unsigned code = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
      const unsigned as = tables_.folded[code];
      if (code >= 0x800 && (as < 0xD800 || as >= 0xF900))
        return {as, 3, tables_.kind[as], as == '&' || as == '\''};
    }
    const Character character = character_at(text_, at_);
    const FoldedCharacter as = folded_character(character.code);
    Folded result{as.codes[0], character.length, kind_of(as.codes[0]), false};
    result.odd = as.count != 1 || result.code == '&' || result.code == '\'';
    return result;
  }

  bool passes_wide(bool ideographs) {
    const Folded character = wide();
    if (character.odd || character.kind == CharacterKind::letter) return true;
    at_ += character.length;
    if (character.kind == CharacterKind::separator || !ideographs) return false;
    const std::uint64_t hash = WordHash::of_ideograph(character.code);
    if (passes_after_ideograph(hash)) return true;
    ideograph_ = openings_.may_begin_with(hash) ? hash : 0;
    return false;
  }

  /// The words that follow an ideograph make the pair and the three that decide on it.
  bool passes_after_ideograph(std::uint64_t hash) {
    bool passes = false;
    const std::uint64_t three = pair_ == 0 ? 0 : followed_by(pair_, hash);
    pair_ = ideograph_ == 0 ? 0 : followed_by(ideograph_, hash);
    if (three != 0) passes = openings_.may_hold(three);
    if (pair_ != 0) passes = passes || openings_.may_hold(pair_) || may_be_lone(ideograph_);
    ideograph_ = 0;
    return passes;
  }

  [[nodiscard]] bool may_be_lone(std::uint64_t ideograph) const {
    return !names_only_ && openings_.has_lone_ideographs() && openings_.may_hold(ideograph);
  }

  /// ASCII letters, or a mark.
  bool passes_word(unsigned char first) {
    Letters letters = letters_in(next_eight(text_, at_));
    if (letters.count == 0) {
      ++at_;
      return first == '&' && (!is_idle() || openings_.may_hold(conjunction));
    }
    std::size_t length = letters.count;
    bool capitals = letters.capitals;
    std::uint64_t hash = WordHash::of(letters.folded);
    if (length == 8) {
      WordHash whole;
      whole.add(letters);
      do {
        letters = letters_in(next_eight(text_, at_ + length));
        whole.add(letters);
        length += letters.count;
        capitals = capitals || letters.capitals;
      } while (letters.count == 8);
      hash = whole.value();
    }
    at_ += length;
    const bool small = names_only_ && first >= 'a' && !capitals;
    if (at_ < text_.size() && goes_on(small && is_idle())) return true;
    if (length == 1 && first >= 'A' && may_be_initials()) return true;
    if (!is_idle() && passes_after_ideograph(hash)) return true;
    return !small && openings_.may_hold(hash);
  }

  /// Whether what follows the word may belong to it, and matters. `small`: the word matters only if
  /// a capital follows.
  [[nodiscard]] bool goes_on(bool small) const {
    if (byte(0) >= 0x80) {
      if (byte(0) >= 0xE4 && byte(0) <= 0xE9) return false;  // an ideograph, or no UTF-8
      const Folded next = wide();
      return next.odd || next.kind == CharacterKind::letter;
    }
    if (text_[at_] != '\'' || at_ + 1 == text_.size()) return false;
    const Letters letters = letters_in(next_eight(text_, at_ + 1));
    if (letters.count == 0) return byte(1) >= 0x80;
    return !small || letters.capitals || letters.count == 8;
  }

  /// Whether no ideograph waits for the words behind it.
  [[nodiscard]] bool is_idle() const { return (ideograph_ | pair_) == 0; }

  /// Whether a letter behind this one, parted by a dot or blank, may be joined to it.
  [[nodiscard]] bool may_be_initials() const {
    if (at_ + 1 >= text_.size() || (text_[at_] != '.' && text_[at_] != ' ')) return false;
    const std::size_t next = at_ + (text_[at_] == '.' && text_[at_ + 1] == ' ' ? 2U : 1U);
    return letters_in(next_eight(text_, next)).count == 1;
  }

  const NameOpenings& openings_;
  std::string_view text_;
  bool names_only_;
  FoldingTables tables_ = folding_tables();
  std::size_t at_ = 0;
  std::uint64_t ideograph_ = 0;  // the last word, where it was one
  std::uint64_t pair_ = 0;       // the last two, where the first was one
};

}  // namespace

void NameOpenings::add(std::span<const std::uint64_t> words) {
  if (words.empty()) return;
  const bool ideograph = is_ideograph_hash(words[0]);
  ideographs_ = ideographs_ || ideograph;
  if (ideograph) first_[(words[0] >> 26U) % first_.size()] |= 1ULL << ((words[0] >> 20U) & 63U);
  lone_ideographs_ = lone_ideographs_ || (ideograph && words.size() == 1);
  std::uint64_t opening = words[0];
  for (std::size_t i = 1; ideograph && i < std::min<std::size_t>(words.size(), 3); ++i)
    opening = followed_by(opening, words[i]);
  openings_.push_back(opening);
}

void NameOpenings::finish() {
  std::sort(openings_.begin(), openings_.end());
  openings_.erase(std::unique(openings_.begin(), openings_.end()), openings_.end());
  filter_.assign(std::bit_ceil(std::max(openings_.size() * bits_an_opening / 64, least_blocks)), 0);
  for (const std::uint64_t opening : openings_) filter_[place(opening)] |= bits(opening);
  openings_ = {};
}

bool NameOpenings::may_stand_in(std::string_view text, bool names_only) const {
  return QuickLook(*this, text, names_only).finds_opening(ideographs_);
}

}  // namespace tipoff
