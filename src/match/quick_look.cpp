// Reads a text's bytes; where a word is anything but plain, the tokenizer is asked.
#include "match/quick_look.h"

#include <algorithm>
#include <bit>

#include "match/name_openings.h"
#include "match/ticker.h"
#include "match/word_hash.h"
#include "text/fold.h"

namespace tipoff {
namespace {

/// Of the word "and", which the mark stands for.
const std::uint64_t conjunction = WordHash::of(0x646E61);

/// How many of the eight bytes stand before the first that is a capital, a digit, "&" or wide.
unsigned small_bytes(std::uint64_t bytes) {
  constexpr auto each = [](std::uint64_t byte) { return byte * 0x0101010101010101ULL; };
  const std::uint64_t low = bytes & each(0x7F);
  const std::uint64_t capitals = (low + each(0x80 - 'A')) & ~(low + each(0x7F - 'Z'));
  const std::uint64_t digits = (low + each(0x80 - '0')) & ~(low + each(0x7F - '9'));
  const std::uint64_t ands = ~((low ^ each('&')) + each(0x7F));
  return static_cast<unsigned>(std::countr_zero((bytes | capitals | digits | ands) & each(0x80))) /
         8;
}

/// For one text, once. Goes through it as the tokenizer does, but reads words only where a name may
/// begin; up to the first name.
class QuickLook {
 public:
  /// `names_only`: as for NameIndex::find.
  QuickLook(const NameIndex& index, std::string_view text, bool names_only)
      : index_(index), openings_(index.openings()), text_(text), names_only_(names_only) {}

  /// false is certain; true is seldom wrong.
  [[nodiscard]] bool finds_name();

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
  /// Whether no ideograph waits for the words behind it.
  [[nodiscard]] bool is_idle() const { return (ideograph_ | before_pair_) == 0; }

  void pass_idle();
  [[nodiscard]] std::size_t behind_dull_characters() const;
  [[nodiscard]] bool opens_no_pair(std::uint64_t bytes) const;
  [[nodiscard]] std::size_t behind_small_words() const;
  [[nodiscard]] std::size_t first_of_word(std::size_t at, std::size_t from) const;
  [[nodiscard, gnu::always_inline]] inline Folded wide() const;
  [[nodiscard]] bool passes_wide();
  [[nodiscard]] bool passes_mark();
  [[nodiscard]] bool passes_word();
  [[nodiscard]] bool passes_oddly(std::size_t begin);
  [[nodiscard, gnu::always_inline]] inline bool passes_after_ideograph(std::uint64_t hash);
  [[nodiscard]] bool may_be_lone(std::uint64_t ideograph) const;
  [[nodiscard]] bool is_named(std::size_t begin) const;
  [[nodiscard]] bool goes_on(bool small) const;
  [[nodiscard]] bool may_be_initials() const;
  [[nodiscard]] bool follows_initial(std::size_t begin) const;

  const NameIndex& index_;
  const NameOpenings& openings_;
  std::string_view text_;
  bool names_only_;
  bool lone_ = !names_only_ && openings_.has_lone_ideographs();  // whether such are looked for
  FoldingTables tables_ = folding_tables();
  std::size_t at_ = 0;
  std::uint64_t ideograph_ = 0;    // the last word, where a name may begin with it
  std::size_t ideograph_at_ = 0;   // its first byte
  std::uint64_t before_pair_ = 0;  // the word before the last, likewise
  std::size_t before_pair_at_ = 0;
  std::uint64_t pair_end_ = 0;  // then the last
};

bool QuickLook::finds_name() {
  while (at_ < text_.size()) {
    if (is_idle()) pass_idle();
    if (at_ == text_.size()) break;
    const bool found = byte(0) >= 0x80               ? passes_wide()
                       : is_ascii_letter(text_[at_]) ? passes_word()
                                                     : passes_mark();
    if (found) return true;
  }
  return ideograph_ != 0 && may_be_lone(ideograph_);
}

/// Goes on to what may be of interest.
void QuickLook::pass_idle() {
  if (byte(0) >= 0x80)
    at_ = behind_dull_characters();
  else if (names_only_)
    at_ = behind_small_words();
}

/// Where the characters of three bytes end that are of no interest, or not with the next; from at_
/// on, which may be there already.
std::size_t QuickLook::behind_dull_characters() const {
  const std::string_view text = text_;
  const NameOpenings& openings = openings_;
  for (std::size_t at = at_;;) {
    std::uint64_t bytes = next_eight(text, at);
    for (; openings.are_dull(bytes); bytes = next_eight(text, at)) at += 6;
    if (!openings.is_dull(bytes) && !opens_no_pair(bytes)) return at;
    at += 3;
  }
}

/// Whether two ideographs open the bytes that begin no name.
bool QuickLook::opens_no_pair(std::uint64_t bytes) const {
  if (lone_ || !is_three_bytes(bytes) || !is_three_bytes(bytes >> 24U)) return false;
  const unsigned first = tables_.folded[code_of_three(bytes)];
  const unsigned second = tables_.folded[code_of_three(bytes >> 24U)];
  return is_han(first) && is_han(second) &&
         !openings_.may_begin_with_pair(WordHash::of_ideograph(first),
                                        WordHash::of_ideograph(second));
}

/// Where the words of ASCII end that have no capital and begin with no digit; from at_ on.
std::size_t QuickLook::behind_small_words() const {
  std::size_t at = at_;
  for (unsigned small = 8; small == 8; at += small) {
    if (at >= text_.size()) return text_.size();
    small = small_bytes(next_eight(text_, at));
  }
  return at < text_.size() ? first_of_word(at, at_) : text_.size();
}

/// Where the word begins that has a letter, or a mark within it, at `at`; not before `from`.
std::size_t QuickLook::first_of_word(std::size_t at, std::size_t from) const {
  if (text_[at] == '&') return at;
  const auto is_within = [&](std::size_t i) {
    return is_ascii_letter(text_[i]) ||
           (text_[i] == '\'' && i > from && is_ascii_letter(text_[i - 1]));
  };
  while (at > from && is_within(at - 1)) --at;
  return at;
}

/// The wide character at at_.
QuickLook::Folded QuickLook::wide() const {
  const std::uint64_t bytes = next_eight(text_, at_);
  if (is_three_bytes(bytes)) {
    const unsigned code = code_of_three(bytes);
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

bool QuickLook::passes_wide() {
  const Folded character = wide();
  if (character.odd || character.kind == CharacterKind::letter) {
    const std::size_t begin = first_of_word(at_, 0);
    at_ += character.length;
    return passes_oddly(begin);
  }
  const std::size_t begin = at_;
  at_ += character.length;
  if (character.kind == CharacterKind::separator || !openings_.has_ideographs()) return false;
  const std::uint64_t hash = WordHash::of_ideograph(character.code);
  if (passes_after_ideograph(hash)) return true;
  ideograph_ = openings_.may_begin_with(hash) ? hash : 0;
  ideograph_at_ = begin;
  return false;
}

/// The words that follow an ideograph make the pair and the three that decide on it.
bool QuickLook::passes_after_ideograph(std::uint64_t hash) {
  if (before_pair_ != 0 && openings_.may_hold(opening_of(before_pair_, pair_end_, hash)) &&
      is_named(before_pair_at_))
    return true;
  before_pair_ = 0;
  if (ideograph_ == 0) return false;
  if (may_be_lone(ideograph_) ||
      (openings_.may_hold(opening_of(ideograph_, hash)) && is_named(ideograph_at_)))
    return true;
  before_pair_ = ideograph_;
  before_pair_at_ = ideograph_at_;
  pair_end_ = hash;
  ideograph_ = 0;
  return false;
}

bool QuickLook::may_be_lone(std::uint64_t ideograph) const {
  return lone_ && openings_.may_hold(opening_of(ideograph));
}

bool QuickLook::is_named(std::size_t begin) const {
  return !openings_.are_few() || index_.read_word(text_, begin, names_only_).named;
}

bool QuickLook::passes_mark() {
  const std::size_t begin = at_++;
  if (text_[begin] != '&') return false;
  return !is_idle() || (openings_.may_begin_with_word(conjunction) && is_named(begin));
}

/// A word that begins with an ASCII letter.
bool QuickLook::passes_word() {
  const std::size_t begin = at_;
  Letters letters = letters_in(next_eight(text_, at_));
  std::size_t length = letters.count;
  bool capitals = letters.capitals;
  bool smalls = letters.smalls;
  std::uint64_t hash = WordHash::of(letters.folded);
  if (length == 8) {
    WordHash whole;
    whole.add(letters);
    do {
      letters = letters_in(next_eight(text_, at_ + length));
      whole.add(letters);
      length += letters.count;
      capitals = capitals || letters.capitals;
      smalls = smalls || letters.smalls;
    } while (letters.count == 8);
    hash = whole.value();
  }
  at_ += length;
  const bool small = names_only_ && text_[begin] >= 'a' && !capitals;
  if (at_ < text_.size() && goes_on(small && is_idle())) return passes_oddly(begin);
  if (length == 1 && text_[begin] >= 'A') {
    if (follows_initial(begin)) return true;
    if (may_be_initials()) return passes_oddly(begin);
  }
  if (!is_idle() && passes_after_ideograph(hash)) return true;
  if (small) return false;
  const bool symbol =
      !smalls && openings_.may_be_symbol(hash) && may_stand_as_symbol(text_, begin, at_);
  return (symbol || openings_.may_begin_with_word(hash)) && is_named(begin);
}

/// What joins letters to words and words to one another is the tokenizer's to know.
bool QuickLook::passes_oddly(std::size_t begin) {
  if (!is_idle() || !openings_.are_few()) return true;
  const FirstWord word = index_.read_word(text_, begin, names_only_);
  at_ = std::max(at_, word.end);
  return word.named;
}

/// Whether what follows the word may belong to it, and matters. `small`: the word matters only if a
/// capital follows.
bool QuickLook::goes_on(bool small) const {
  if (byte(0) >= 0x80) {
    if (byte(0) >= 0xE4 && byte(0) <= 0xE9) return false;  // an ideograph, or no UTF-8
    if (openings_.is_dull(next_eight(text_, at_))) return false;
    const Folded next = wide();
    return next.odd || next.kind == CharacterKind::letter;
  }
  if (text_[at_] != '\'' || at_ + 1 == text_.size()) return false;
  const Letters letters = letters_in(next_eight(text_, at_ + 1));
  if (letters.count == 0) return byte(1) >= 0x80;
  return !small || letters.capitals || letters.count == 8;
}

/// Whether a letter behind this one, parted by a dot or blank, may be joined to it.
bool QuickLook::may_be_initials() const {
  if (at_ + 1 >= text_.size() || (text_[at_] != '.' && text_[at_] != ' ')) return false;
  const std::size_t next = at_ + (text_[at_] == '.' && text_[at_ + 1] == ' ' ? 2U : 1U);
  return letters_in(next_eight(text_, next)).count == 1;
}

/// The same of a letter before this one, which has been passed as a small word.
bool QuickLook::follows_initial(std::size_t begin) const {
  if (begin < 2 || (text_[begin - 1] != '.' && text_[begin - 1] != ' ')) return false;
  const std::size_t gap = begin > 2 && text_[begin - 2] == '.' && text_[begin - 1] == ' ' ? 2U : 1U;
  return text_[begin - gap - 1] >= 'a' && is_ascii_letter(text_[begin - gap - 1]) &&
         (begin == gap + 1 || !is_ascii_letter(text_[begin - gap - 2]));
}

}  // namespace

bool may_have_names(std::string_view text, const NameIndex& index, bool names_only) {
  return QuickLook(index, text, names_only).finds_name();
}

}  // namespace tipoff
