// Tokens, read in one pass over the raw bytes: folding and hashing happen on the way.
#include "match/token.h"

#include <bit>
#include <cstring>
#include <optional>

#include "text/fold.h"

namespace tipoff {
namespace {

constexpr std::uint64_t letter_case = 0x20;

constexpr std::uint64_t in_each_byte(std::uint64_t byte) {
  return byte * 0x0101010101010101ULL;
}

/// As many of the next eight bytes as are ASCII letters or digits, in lower case.
struct Letters {
  std::uint64_t folded = 0;  // the first in the lowest byte; zero behind the last
  unsigned count = 0;
  bool capitals = false;  // whether any was a capital
  bool smalls = false;
};

/// The first in the lowest byte; zeros behind the end.
std::uint64_t next_eight(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  if (text.size() - at >= 8)
    std::memcpy(&bytes, text.data() + at, 8);
  else
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  if constexpr (std::endian::native == std::endian::big) bytes = std::byteswap(bytes);
  return bytes;
}

/// All eight bytes at once: seven-bit sums that reach the eighth bit mark a range's members.
[[gnu::always_inline]] inline Letters letters_in(std::uint64_t bytes) {
  const std::uint64_t low = bytes & in_each_byte(0x7F);
  const std::uint64_t lower = low | in_each_byte(letter_case);
  const std::uint64_t alphabetic =
      (lower + in_each_byte(0x80 - 'a')) & ~(lower + in_each_byte(0x7F - 'z'));
  const std::uint64_t digits = (low + in_each_byte(0x80 - '0')) & ~(low + in_each_byte(0x7F - '9'));
  const std::uint64_t others = ~((alphabetic | digits) & ~bytes) & in_each_byte(0x80);
  const auto count = static_cast<unsigned>(std::countr_zero(others)) / 8;
  const std::uint64_t taken = count == 8 ? ~0ULL : (1ULL << (8 * count)) - 1;
  const std::uint64_t small = alphabetic & (bytes << 2U) & in_each_byte(0x80) & taken;
  return {(bytes | in_each_byte(letter_case)) & taken, count,
          (~bytes & in_each_byte(letter_case) & taken) != 0, small != 0};
}

Letters letters_at(std::string_view text, std::size_t at) {
  return letters_in(next_eight(text, at));
}

/// Hash of a word's folded letters as UTF-8, eight bytes at a time.
class WordHash {
 public:
  void add(const Letters& letters) {
    if (filled_ == 0) {
      pending_ = letters.folded;
      filled_ = letters.count;
      if (filled_ == 8) mix_pending();
    } else {
      for (unsigned i = 0; i < letters.count; ++i)
        add_byte(static_cast<unsigned char>(letters.folded >> (8 * i)));
    }
  }

  void add(char32_t code) {
    if (code < 0x80) return add_byte(code);
    if (code >= 0x10000) {
      add_byte(0xF0U | code >> 18U);
      add_byte(0x80U | (code >> 12U & 0x3FU));
    } else if (code >= 0x800) {
      add_byte(0xE0U | code >> 12U);
    }
    add_byte((code < 0x800 ? 0xC0U : 0x80U) | (code >> 6U & 0x3FU));
    add_byte(0x80U | (code & 0x3FU));
  }

  [[nodiscard]] std::uint64_t value() const {
    return filled_ == 0 ? state_ : mixed(state_ ^ pending_);
  }

  /// Of a word of less than eight bytes, the first in the lowest.
  [[nodiscard]] static std::uint64_t of_few(std::uint64_t bytes) { return mixed(seed ^ bytes); }

 private:
  static constexpr std::uint64_t seed = 0xCBF29CE484222325ULL;

  static std::uint64_t mixed(std::uint64_t state) {
    state *= 0x9E3779B97F4A7C15ULL;
    state ^= state >> 32U;
    state *= 0xD6E8FEB86659FD93ULL;
    return state ^ (state >> 29U);
  }

  void add_byte(std::uint64_t byte) {
    pending_ |= byte << (8 * filled_);
    if (++filled_ == 8) mix_pending();
  }

  void mix_pending() {
    state_ = mixed(state_ ^ pending_);
    pending_ = 0;
    filled_ = 0;
  }

  std::uint64_t state_ = seed;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;  // bytes of pending_
};

bool is_ascii_letter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 4 + 4); }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte >= 0x80) {
        if (!read_three_bytes()) read_wide();
      } else if (!is_ascii_letter(byte)) {
        read_mark(byte);
      } else if (!read_short_word()) {
        read_word(at_, {});
      }
    }
    return std::move(tokens_);
  }

 private:
  /// What a word has been read to be so far.
  struct Word {
    WordHash hash;
    unsigned letters = 0;
    bool capitals = false;  // ASCII ones
    bool smalls = false;
    bool plain = true;  // nothing but ASCII letters
    std::optional<WordHash> before_apostrophe;
    unsigned since_apostrophe = 0;  // letters
    bool ends_in_s = false;
  };

  void read_mark(unsigned char byte) {
    if (byte == '&') push(word_hash("and"), at_, at_ + 1);
    ++at_;
  }

  [[gnu::always_inline]] Token& push(std::uint64_t hash, std::size_t begin, std::size_t end) {
    Token token;
    token.hash = token.stem = hash;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    tokens_.push_back(token);
    ends_in_initial_ = false;
    return tokens_.back();
  }

  /// The common cases, in few steps; whatever is odd about them is left to the others.

  /// ASCII letters, more than one and less than eight, and then a plain mark.
  bool read_short_word() {
    if (text_.size() - at_ < 9) return false;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text_.data() + at_, 8);
    if constexpr (std::endian::native == std::endian::big) bytes = std::byteswap(bytes);
    const Letters letters = letters_in(bytes);
    if (letters.count == 8 || letters.count == 1 || may_go_on(text_[at_ + letters.count]))
      return false;
    const std::size_t end = at_ + letters.count;
    Token& token = push(WordHash::of_few(letters.folded), at_, end);
    token.small = text_[at_] >= 'a' && !letters.capitals;
    token.plain = true;
    token.has_capital = letters.capitals;
    token.has_small = letters.smalls;
    at_ = text_[end] == ' ' ? end + 1 : end;
    return true;
  }

  /// An ideograph, or a mark as they have it between them.
  bool read_three_bytes() {
    if (text_.size() - at_ < 3) return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text_[at_ + i]); };
    if ((byte(0) & 0xF0U) != 0xE0 || (byte(1) & 0xC0U) != 0x80 || (byte(2) & 0xC0U) != 0x80)
      return false;
    const unsigned code = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    const unsigned folded = tables_.folded[code];
    if (code < 0x800 || folded == '&' || (folded >= 0xD800 && folded < 0xF900)) return false;
    const CharacterKind kind = tables_.kind[folded];
    if (kind == CharacterKind::letter) return false;
    if (kind == CharacterKind::ideograph) {
      const std::uint64_t as = 0xE0U | folded >> 12U | (0x80U | (folded >> 6U & 0x3FU)) << 8U |
                               (0x80U | (folded & 0x3FU)) << 16U;
      push(WordHash::of_few(as), at_, at_ + 3).ideograph = true;
    }
    at_ += 3;
    return true;
  }

  void read_wide() {
    const std::size_t begin = at_;
    const Character character = character_at(text_, at_);
    const FoldedCharacter as = folded_character(character.code);
    const CharacterKind kind = as.count == 0 ? CharacterKind::separator : kind_of(as.codes[0]);
    if (kind == CharacterKind::separator) {
      at_ += character.length;
      if (as.count == 1 && as.codes[0] == U'&') push(word_hash("and"), begin, at_);
    } else if (kind == CharacterKind::ideograph) {
      at_ += character.length;
      WordHash hash;
      hash.add(as.codes[0]);
      push(hash.value(), begin, at_).ideograph = true;
    } else {
      read_word(begin, {});
    }
  }

  /// Reads letters from at_, where the word begins.
  void read_word(std::size_t begin, Word word) {
    for (;;) {
      const Letters letters = letters_at(text_, at_);
      if (letters.count > 0) {
        word.hash.add(letters);
        word.letters += letters.count;
        word.since_apostrophe += letters.count;
        word.capitals = word.capitals || letters.capitals;
        word.smalls = word.smalls || letters.smalls;
        word.ends_in_s = letters.folded >> (8 * letters.count - 8) == 's';
        at_ += letters.count;
      }
      if (letters.count == 8) continue;
      if (at_ == text_.size() || !may_go_on(text_[at_])) break;
      if (!read_odd_letter(word) && !read_apostrophe(word)) break;
      word.plain = false;
    }
    finish_word(begin, word);
  }

  static bool may_go_on(char mark) {
    return mark == '\'' || static_cast<unsigned char>(mark) >= 0x80;
  }

  /// A letter beyond ASCII, or a mark that vanishes.
  bool read_odd_letter(Word& word) {
    if (static_cast<unsigned char>(text_[at_]) < 0x80) return false;
    const Character character = character_at(text_, at_);
    const FoldedCharacter as = folded_character(character.code);
    if (as.count > 0 && kind_of(as.codes[0]) != CharacterKind::letter) return false;
    for (unsigned i = 0; i < as.count; ++i) word.hash.add(as.codes[i]);
    word.letters += as.count;
    word.since_apostrophe += as.count;
    word.ends_in_s = false;
    at_ += character.length;
    return true;
  }

  bool read_apostrophe(Word& word) {
    const std::size_t width = apostrophe_within();
    if (width == 0) return false;
    word.before_apostrophe = word.hash;
    word.since_apostrophe = 0;
    word.ends_in_s = false;
    at_ += width;
    return true;
  }

  /// The width of an apostrophe at at_ that a letter follows, else 0.
  [[nodiscard]] std::size_t apostrophe_within() const {
    const Character character = character_at(text_, at_);
    if (character.code != U'\'' && character.code != U'’' && character.code != U'＇') return 0;
    const std::size_t next = at_ + character.length;
    if (next >= text_.size()) return 0;
    const FoldedCharacter as = folded_character(character_at(text_, next).code);
    return as.count > 0 && kind_of(as.codes[0]) == CharacterKind::letter ? character.length : 0;
  }

  void finish_word(std::size_t begin, const Word& word) {
    const char first = text_[begin];
    const bool initial = word.letters == 1 && at_ == begin + 1 && first >= 'A';
    if (initial && joins_initials(begin)) {
      initials_.add(letters_at(text_.substr(begin, 1), 0));
      tokens_.back().hash = tokens_.back().stem = initials_.value();
      tokens_.back().end = static_cast<std::uint32_t>(at_);
      tokens_.back().plain = false;
    } else {
      push(word.hash.value(), begin, at_).plain = word.plain;
      if (initial) initials_ = word.hash;
    }
    Token& token = tokens_.back();
    token.small = first >= 'a' && first <= 'z' && !word.capitals;
    token.has_capital = word.capitals;
    token.has_small = word.smalls;
    if (word.before_apostrophe && word.since_apostrophe == 1 && word.ends_in_s)
      token.stem = word.before_apostrophe->value();
    ends_in_initial_ = initial;
  }

  [[nodiscard]] bool joins_initials(std::size_t begin) const {
    if (!ends_in_initial_ || tokens_.empty()) return false;
    const std::string_view gap = text_.substr(tokens_.back().end, begin - tokens_.back().end);
    return gap == "." || gap == " " || gap == ". ";
  }

  std::string_view text_;
  FoldingTables tables_ = folding_tables();
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  WordHash initials_;
  bool ends_in_initial_ = false;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  return Tokenizer(text).run();
}

std::string spelled(std::string_view raw_token) {
  if (raw_token == "&" || raw_token == "＆") return "and";
  std::string word;
  for (const char c : folded(raw_token))
    if (c != '\'' && c != '.' && c != ' ') word.push_back(c);
  return word;
}

std::uint64_t word_hash(std::string_view folded_word) {
  WordHash hash;
  for (std::size_t at = 0; at < folded_word.size();) {
    const Character character = character_at(folded_word, at);
    hash.add(character.code);
    at += character.length;
  }
  return hash.value();
}

std::uint64_t phrase_hash(std::string_view phrase) {
  std::uint64_t sequence = 0;
  bool first = true;
  for (const Token& token : tokens_of(phrase)) {
    sequence = first ? token.hash : followed_by(sequence, token.hash);
    first = false;
  }
  return sequence;
}

}  // namespace tipoff
