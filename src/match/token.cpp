// Tokens, read in one pass over the raw bytes: folding and hashing happen on the way.
#include "match/token.h"

#include <array>

#include "text/fold.h"

namespace tipoff {
namespace {

constexpr std::uint64_t seed = 0xCBF29CE484222325ULL;

std::uint64_t step(std::uint64_t state, char32_t code) {
  return (state ^ code) * 0x100000001B3ULL;
}

std::uint64_t finish(std::uint64_t state) {
  state ^= state >> 32U;
  state *= 0xD6E8FEB86659FD93ULL;
  return state ^ (state >> 29U);
}

/// For ASCII bytes: the folded letter or digit, 0 for all else.
constexpr std::array<unsigned char, 128> ascii_letters() {
  std::array<unsigned char, 128> letters{};
  for (unsigned char c = '0'; c <= '9'; ++c) letters[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) letters[c] = c;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) letters[c] = static_cast<unsigned char>(c + 32);
  return letters;
}

constexpr std::array<unsigned char, 128> letter_of = ascii_letters();

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 4 + 4); }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte >= 0x80)
        read_wide();
      else if (letter_of[byte] != 0)
        read_word(at_, seed, 0);
      else
        read_mark(byte);
    }
    return std::move(tokens_);
  }

 private:
  void read_mark(unsigned char byte) {
    if (byte == '&') push(word_hash("and"), at_, at_ + 1);
    ++at_;
  }

  void push(std::uint64_t hash, std::size_t begin, std::size_t end) {
    tokens_.push_back(
        {hash, hash, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), false});
    ends_in_initial_ = false;
  }

  void read_wide() {
    const std::size_t begin = at_;
    const Character character = character_at(text_, at_);
    const FoldedCharacter as = folded_character(character.code);
    if (as.count == 0 || kind_of(as.codes[0]) == CharacterKind::separator) {
      at_ += character.length;
      if (as.count == 1 && as.codes[0] == U'&') push(word_hash("and"), begin, at_);
    } else if (kind_of(as.codes[0]) == CharacterKind::ideograph) {
      at_ += character.length;
      push(finish(step(seed, as.codes[0])), begin, at_);
    } else {
      read_word(begin, seed, 0);
    }
  }

  /// Reads letters from at_; the word began at `begin` and has `count` letters so far.
  void read_word(std::size_t begin, std::uint64_t state, unsigned count) {
    std::uint64_t before_apostrophe = 0;
    unsigned since_apostrophe = 0;
    bool possessive = false;
    common_bits_ = 0xFF;
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < 0x80 && letter_of[byte] != 0) {
        const std::size_t start = at_;
        state = read_ascii(state);
        const auto read = static_cast<unsigned>(at_ - start);
        count += read;
        possessive =
            before_apostrophe != 0 && since_apostrophe == 0 && read == 1 && letter_of[byte] == 's';
        since_apostrophe += read;
      } else if (!read_odd_letter(state, count, since_apostrophe)) {
        const std::size_t width = apostrophe_within();
        if (width == 0) break;
        before_apostrophe = state;
        since_apostrophe = 0;
        possessive = false;
        at_ += width;
      } else {
        possessive = false;
      }
    }
    finish_word(begin, state, count);
    tokens_.back().small =
        text_[begin] >= 'a' && text_[begin] <= 'z' && (common_bits_ & 0x20U) != 0;
    if (possessive) tokens_.back().stem = finish(before_apostrophe);
  }

  std::uint64_t read_ascii(std::uint64_t state) {
    std::size_t at = at_;
    unsigned common_bits = common_bits_;
    for (; at < text_.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const unsigned char letter = byte < 0x80 ? letter_of[byte] : std::uint8_t{0};
      if (letter == 0) break;
      common_bits &= byte;
      state = step(state, letter);
    }
    common_bits_ = common_bits;
    at_ = at;
    return state;
  }

  /// A letter beyond ASCII, or a mark that vanishes.
  bool read_odd_letter(std::uint64_t& state, unsigned& count, unsigned& since_apostrophe) {
    if (static_cast<unsigned char>(text_[at_]) < 0x80) return false;
    const Character character = character_at(text_, at_);
    const FoldedCharacter as = folded_character(character.code);
    if (as.count > 0 && kind_of(as.codes[0]) != CharacterKind::letter) return false;
    for (unsigned i = 0; i < as.count; ++i) state = step(state, as.codes[i]);
    count += as.count;
    since_apostrophe += as.count;
    at_ += character.length;
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

  void finish_word(std::size_t begin, std::uint64_t state, unsigned count) {
    const bool initial =
        count == 1 && at_ == begin + 1 && static_cast<unsigned char>(text_[begin]) >= 'A';
    if (initial && joins_initials(begin)) {
      initials_ = step(initials_, letter_of[static_cast<unsigned char>(text_[begin])]);
      tokens_.back().hash = tokens_.back().stem = finish(initials_);
      tokens_.back().end = static_cast<std::uint32_t>(at_);
    } else {
      push(finish(state), begin, at_);
      initials_ = state;
    }
    ends_in_initial_ = initial;
  }

  [[nodiscard]] bool joins_initials(std::size_t begin) const {
    if (!ends_in_initial_ || tokens_.empty()) return false;
    const std::string_view gap = text_.substr(tokens_.back().end, begin - tokens_.back().end);
    return gap == "." || gap == " " || gap == ". ";
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  std::uint64_t initials_ = 0;
  bool ends_in_initial_ = false;
  unsigned common_bits_ = 0xFF;  // of the ASCII letters of the word: a capital clears 0x20
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
  std::uint64_t state = seed;
  for (std::size_t at = 0; at < folded_word.size();) {
    const Character character = character_at(folded_word, at);
    state = step(state, character.code);
    at += character.length;
  }
  return finish(state);
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
