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

/// Goes through a text as the tokenizer does, but gives up, with a yes, at whatever is not plain.
class QuickLook {
 public:
  QuickLook(const NameOpenings& openings, std::string_view text, bool names_only)
      : openings_(openings), text_(text), names_only_(names_only) {}

  /// `ideographs`: whether they matter.
  bool finds_opening(bool ideographs) {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte >= 0x80) {
        if (byte >= 0xE4 && byte <= 0xE9 && is_whole() && is_idle() &&
            !(ideographs && openings_.may_begin_with(WordHash::of_ideograph(folded_here()))))
          at_ += 3;
        else if (passes_wide(ideographs))
          return true;
      } else if (passes_word(byte)) {
        return true;
      }
    }
    return ideograph_ != 0 && may_be_lone(ideograph_);
  }

 private:
  [[nodiscard]] unsigned byte(std::size_t i) const {
    return static_cast<unsigned char>(text_[at_ + i]);
  }

  /// Whether three bytes make a character.
  [[nodiscard]] bool is_whole() const {
    return text_.size() - at_ >= 3 && (byte(1) & 0xC0U) == 0x80 && (byte(2) & 0xC0U) == 0x80;
  }

  /// Whether no ideograph waits for the words behind it.
  [[nodiscard]] bool is_idle() const { return (ideograph_ | pair_) == 0; }

  /// Of a character of three bytes.
  [[nodiscard]] unsigned folded_here() const {
    return tables_.folded[(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU)];
  }

  bool passes_wide(bool ideographs) {
    if ((byte(0) & 0xF0U) != 0xE0 || !is_whole()) return true;
    const unsigned code = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    const unsigned folded = tables_.folded[code];
    if (code < 0x800 || folded == '&' || (folded >= 0xD800 && folded < 0xF900)) return true;
    const CharacterKind kind = tables_.kind[folded];
    if (kind == CharacterKind::letter) return true;
    at_ += 3;
    if (kind != CharacterKind::ideograph || !ideographs) return false;
    const std::uint64_t hash = WordHash::of_ideograph(folded);
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
      return first == '&' && !(is_idle() && names_only_);
    }
    WordHash hash;
    hash.add(letters);
    std::size_t length = letters.count;
    bool capitals = letters.capitals;
    while (letters.count == 8) {
      letters = letters_in(next_eight(text_, at_ + length));
      hash.add(letters);
      length += letters.count;
      capitals = capitals || letters.capitals;
    }
    at_ += length;
    const bool small = names_only_ && first >= 'a' && !capitals;
    if (at_ < text_.size() && goes_on(small && is_idle())) return true;
    if (length == 1 && first >= 'A' && may_be_initials()) return true;
    if (passes_after_ideograph(hash.value())) return true;
    return !small && openings_.may_hold(hash.value());
  }

  /// Whether what follows the word may belong to it, and matters. `small`: the word matters only if
  /// a capital follows.
  [[nodiscard]] bool goes_on(bool small) const {
    if (byte(0) >= 0x80) return kind_of_next() == CharacterKind::letter;
    if (text_[at_] != '\'' || at_ + 1 == text_.size()) return false;
    const Letters letters = letters_in(next_eight(text_, at_ + 1));
    if (letters.count == 0) return byte(1) >= 0x80;
    return !small || letters.capitals || letters.count == 8;
  }

  /// Of a wide character; a separator only where it surely is one.
  [[nodiscard]] CharacterKind kind_of_next() const {
    if ((byte(0) & 0xF0U) != 0xE0 || !is_whole()) return CharacterKind::letter;
    const unsigned code = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    const unsigned folded = tables_.folded[code];
    if (code < 0x800 || folded == '\'' || (folded >= 0xD800 && folded < 0xF900))
      return CharacterKind::letter;
    return tables_.kind[folded];
  }

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
  filter_.assign(std::bit_ceil(openings_.size() * bits_an_opening / 64 + 1), 0);
  for (const std::uint64_t opening : openings_) filter_[place(opening)] |= bits(opening);
  openings_ = {};
}

bool NameOpenings::may_stand_in(std::string_view text, bool names_only) const {
  return QuickLook(*this, text, names_only).finds_opening(ideographs_);
}

}  // namespace tipoff
