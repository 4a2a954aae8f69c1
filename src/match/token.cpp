// Tokens, read in one pass over the raw bytes: folding and hashing happen on the way.
#include "match/token.h"

#include <algorithm>
#include <optional>

#include "match/word_hash.h"
#include "text/fold.h"

namespace tipoff {
namespace {

/// How many tokens a text has, seldom too few.
std::size_t most_likely_count(std::string_view text) {
  const bool wide = !text.empty() && static_cast<unsigned char>(text[text.size() / 2]) >= 0x80;
  return text.size() / (wide ? 3 : 5) + 8;
}

class Tokenizer {
 public:
  /// One token more than `most` is read, since what follows may belong to the last.
  Tokenizer(std::string_view text, std::size_t most, std::pmr::memory_resource* memory)
      : text_(text), most_(most), tokens_(std::min(most_likely_count(text), most + 2), memory) {}

  Tokens run() {
    while (at_ < text_.size() && count_ <= most_) {
      const char byte = text_[at_];
      if (static_cast<unsigned char>(byte) >= 0x80) {
        if (!read_three_bytes()) read_wide();
      } else if (!is_ascii_letter(byte)) {
        read_mark(byte);
      } else if (!read_plain_words()) {
        read_word(at_, {});
      }
    }
    tokens_.resize(std::min(count_, most_));
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

  void read_mark(char byte) {
    if (byte == '&') push(word_hash("and"), at_, at_ + 1);
    ++at_;
  }

  [[gnu::always_inline]] Token& push(std::uint64_t hash, std::size_t begin, std::size_t end) {
    if (count_ == tokens_.size()) tokens_.resize(2 * count_);
    Token& token = tokens_[count_++];
    token.hash = token.stem = hash;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    ends_in_initial_ = false;
    return token;
  }

  [[nodiscard]] Token& last() { return tokens_[count_ - 1]; }

  /// The common cases, in few steps; whatever is odd about them is left to the others.

  /// Words of ASCII letters, less than sixteen, that plain marks part; of one only where it is a
  /// digit, which is no initial. Whether there was any.
  bool read_plain_words() {
    const std::string_view text = text_;
    std::size_t at = at_;
    for (;;) {
      Letters letters = letters_in(next_eight(text, at));
      std::size_t end = at + letters.count;
      std::uint64_t hash = WordHash::of(letters.folded);
      if (letters.count == 8) {
        const Letters more = letters_in(next_eight(text, end));
        if (more.count == 8) break;
        end += more.count;
        letters.capitals |= more.capitals;
        letters.smalls |= more.smalls;
        if (more.count > 0) hash = WordHash::of(letters.folded, more.folded);
      }
      if (letters.count == 0 || (letters.count == 1 && text[at] >= 'A')) break;
      if (end < text.size() && may_go_on(text[end])) break;
      Token& token = push(hash, at, end);
      token.small = text[at] >= 'a' && !letters.capitals;
      token.plain = true;
      token.has_capital = letters.capitals;
      token.has_small = letters.smalls;
      at = end < text.size() && text[end] == ' ' ? end + 1 : end;
      if (at == text.size() || count_ > most_) break;
    }
    const bool any = at > at_;
    at_ = at;
    return any;
  }

  /// A run of Han; whether there was any.
  bool read_han() {
    const std::size_t begin = at_;
    std::size_t at = begin;
    for (; count_ <= most_; at += 3) {
      const std::uint64_t bytes = next_eight(text_, at);
      const unsigned code = code_of_three(bytes);
      if (!is_three_bytes(bytes) || !is_han(code)) break;
      push(WordHash::of_ideograph(tables_.folded[code]), at, at + 3).ideograph = true;
    }
    at_ = at;
    return at > begin;
  }

  /// An ideograph, or a mark as they have it between them.
  bool read_three_bytes() {
    if (read_han()) return true;
    const std::uint64_t bytes = next_eight(text_, at_);
    if (!is_three_bytes(bytes)) return false;
    const unsigned code = code_of_three(bytes);
    const unsigned folded = tables_.folded[code];
    if (code < 0x800 || folded == '&' || (folded >= 0xD800 && folded < 0xF900)) return false;
    const CharacterKind kind = tables_.kind[folded];
    if (kind == CharacterKind::letter) return false;
    if (kind == CharacterKind::ideograph)
      push(WordHash::of_ideograph(folded), at_, at_ + 3).ideograph = true;
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
      push(WordHash::of_ideograph(as.codes[0]), begin, at_).ideograph = true;
    } else {
      read_word(begin, {});
    }
  }

  /// Reads letters from at_, where the word begins.
  void read_word(std::size_t begin, Word word) {
    for (;;) {
      const Letters letters = letters_in(next_eight(text_, at_));
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
      initials_.add(letters_in(next_eight(text_.substr(begin, 1), 0)));
      last().hash = last().stem = initials_.value();
      last().end = static_cast<std::uint32_t>(at_);
      last().plain = false;
    } else {
      push(word.hash.value(), begin, at_).plain = word.plain;
      if (initial) initials_ = word.hash;
    }
    Token& token = last();
    token.small = first >= 'a' && first <= 'z' && !word.capitals;
    token.has_capital = word.capitals;
    token.has_small = word.smalls;
    if (word.before_apostrophe && word.since_apostrophe == 1 && word.ends_in_s)
      token.stem = word.before_apostrophe->value();
    ends_in_initial_ = initial;
  }

  [[nodiscard]] bool joins_initials(std::size_t begin) {
    if (!ends_in_initial_ || count_ == 0) return false;
    const std::string_view gap = text_.substr(last().end, begin - last().end);
    return gap == "." || gap == " " || gap == ". ";
  }

  std::string_view text_;
  std::size_t most_;
  FoldingTables tables_ = folding_tables();
  std::size_t at_ = 0;
  Tokens tokens_;  // longer than what has been read
  std::size_t count_ = 0;
  WordHash initials_;
  bool ends_in_initial_ = false;
};

}  // namespace

Tokens tokens_of(std::string_view text, std::pmr::memory_resource* memory) {
  return Tokenizer(text, text.size(), memory).run();
}

Tokens first_tokens_of(std::string_view text, std::size_t most, std::pmr::memory_resource* memory) {
  return Tokenizer(text, std::min(most, text.size()), memory).run();
}

std::string spelled(std::string_view raw_token) {
  if (raw_token == "&" || raw_token == "＆") return "and";
  std::string word;
  for (const char c : folded(raw_token))
    if (c != '\'' && c != '.' && c != ' ') word.push_back(c);
  return word;
}

std::uint64_t word_hash(std::string_view folded_word) {
  if (!folded_word.empty()) {
    const Character first = character_at(folded_word, 0);
    if (first.length == folded_word.size() && kind_of(first.code) == CharacterKind::ideograph)
      return WordHash::of_ideograph(first.code);
  }
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

std::uint64_t phrase_hash(std::span<const Token> words) {
  std::uint64_t hash = words[0].stem;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint64_t word = i + 1 == words.size() ? words[i].stem : words[i].hash;
    hash = i == 0 ? word : followed_by(hash, word);
  }
  return hash;
}

}  // namespace tipoff
