// Pattern lint: reads a pattern piece by piece, and looks at neighbours; no more of RE2's grammar
// than that takes.
#include "pipeline/pattern_lint.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "detect/plain_sentence.h"
#include "text/fold.h"
#include "text/format.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

struct Token {
  enum class Kind { letter, wide, text_start, text_end, boundary, line_break, other, divider };

  Kind kind = Kind::other;   // wide: may be anything but a few characters; divider: ( ) |
  char32_t code = 0;         // of a letter: any character that stands for itself
  std::string_view written;  // with its quantifier
  int least = 1;
  int most = 1;  // -1: without end
};

using Kind = Token::Kind;

class TokenReader {
 public:
  explicit TokenReader(std::string_view pattern) : pattern_(pattern) {}

  [[nodiscard]] std::vector<Token> all() && {
    std::vector<Token> tokens;
    while (at_ < pattern_.size()) {
      const std::size_t begin = at_;
      Token token = next();
      if (token.kind != Kind::divider || pattern_[begin] == ')') quantifier(token);
      token.written = pattern_.substr(begin, at_ - begin);
      tokens.push_back(token);
    }
    return tokens;
  }

 private:
  static Token of(Kind kind, char32_t code = 0) { return {kind, code, {}, 1, 1}; }

  Token next() {
    switch (pattern_[at_]) {
      case '\\':
        return escape();
      case '[':
        return character_class();
      case '(':
        return group();
      case ')':
      case '|':
        return ++at_, of(Kind::divider);
      case '.':
        return ++at_, of(Kind::wide);
      case '^':
        return ++at_, of(Kind::text_start);
      case '$':
        return ++at_, of(Kind::text_end);
      case '{':
        at_ = std::min(pattern_.find('}', at_), pattern_.size() - 1) + 1;
        return of(Kind::other);
      default:
        return of(Kind::letter, next_code_point(pattern_, at_));
    }
  }

  Token escape() {
    if (++at_ == pattern_.size()) return of(Kind::other);
    const char c = pattern_[at_++];
    if (c == 'b') return of(Kind::boundary);
    if (c == 'A') return of(Kind::text_start);
    if (c == 'z') return of(Kind::text_end);
    if (c == 'n' || c == 'r' || c == 't') return of(Kind::line_break);
    if (c == 'p' || c == 'P' || c == 'x') {
      if (at_ < pattern_.size() && pattern_[at_] == '{') at_ = pattern_.find('}', at_);
      if (c == 'x' && at_ < pattern_.size() && pattern_[at_] != '}') ++at_;
      at_ = std::min(at_, pattern_.size() - 1) + 1;
      return of(Kind::other);
    }
    const bool stands_for_itself = static_cast<unsigned char>(c) < 0x80U &&
                                   std::string_view("dDsSwWBCQE").find(c) == std::string_view::npos;
    return stands_for_itself ? of(Kind::letter, static_cast<unsigned char>(c)) : of(Kind::other);
  }

  Token character_class() {
    const std::size_t begin = at_;
    at_ += pattern_.substr(at_).starts_with("[^") ? 2 : 1;
    const bool negated = at_ - begin == 2;
    if (at_ < pattern_.size() && pattern_[at_] == ']') ++at_;
    while (at_ < pattern_.size() && pattern_[at_] != ']') {
      const bool named = pattern_.substr(at_).starts_with("[:");
      if (named) at_ = std::min(pattern_.find(":]", at_), pattern_.size());
      at_ += pattern_[std::min(at_, pattern_.size() - 1)] == '\\' || named ? 2 : 1;
    }
    at_ = std::min(at_ + 1, pattern_.size());
    const std::string_view written = pattern_.substr(begin, at_ - begin);
    const bool word = written.contains("\\s") || written.contains(' ');
    return of(negated && !word ? Kind::wide : Kind::other);
  }

  /// "(", "(?:", "(?-i:".
  Token group() {
    ++at_;
    if (at_ < pattern_.size() && pattern_[at_] == '?')
      at_ = std::min(pattern_.find_first_of(":)>", at_), pattern_.size() - 1) + 1;
    return of(Kind::divider);
  }

  void quantifier(Token& token) {
    if (at_ == pattern_.size()) return;
    const char c = pattern_[at_];
    if (c == '?' || c == '*') token.least = 0;
    if (c == '*' || c == '+') token.most = -1;
    if (c == '{') {
      if (!counted(token)) return;
    } else if (c == '?' || c == '*' || c == '+') {
      ++at_;
    } else {
      return;
    }
    if (at_ < pattern_.size() && pattern_[at_] == '?') ++at_;
  }

  /// {2}, {2,}, {2,5}; anything else in braces is a word list.
  bool counted(Token& token) {
    const std::size_t close = pattern_.find('}', at_);
    if (close == std::string_view::npos) return false;
    const char* const begin = pattern_.data() + at_ + 1;
    const char* const end = pattern_.data() + close;
    auto [behind, error] = std::from_chars(begin, end, token.least);
    if (error != std::errc()) return false;
    token.most = token.least;
    if (behind != end) {
      token.most = -1;
      std::from_chars(behind + 1, end, token.most);
    }
    at_ = close + 1;
    return true;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

bool is_ascii_word(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
         (code >= '0' && code <= '9') || code == '_';
}

/// Letters that \b takes for gaps, since RE2 knows only ASCII words.
bool is_foreign_letter(char32_t code) {
  return (code >= 0xC0 && code < 0x250) || (code >= 0x370 && code < 0x530) ||
         (code >= 0x3400 && code < 0xA000) || (code >= 0xAC00 && code < 0xD7A4);
}

bool ends_sentence(char32_t code) {
  return code == U'。' || code == U'！' || code == U'？' || code == U'；';
}

bool closes(char32_t code) {
  constexpr std::u32string_view closing = U"。！？；”’」』）)\"'】》";
  return closing.find(code) != std::u32string_view::npos;
}

const Token* sure_letter(const Token* token) {
  return token != nullptr && token->kind == Kind::letter && token->least > 0 ? token : nullptr;
}

/// Between what must stand before and behind; empty if all is well.
std::string dead_boundary(const Token* before, const Token* behind) {
  const Token* left = before != nullptr && before->most == 1 ? sure_letter(before) : nullptr;
  const Token* right = sure_letter(behind);
  if (left != nullptr && right != nullptr) {
    if (is_ascii_word(left->code) != is_ascii_word(right->code)) return {};
    return fmt::format("\\b between \"{}\" and \"{}\" never holds", left->written, right->written);
  }
  for (const Token* one : {left, right}) {
    if (one != nullptr && is_foreign_letter(one->code)) {
      return fmt::format("\\b beside \"{}\" holds only next to a letter of ASCII: leave it out",
                         one->written);
    }
  }
  return {};
}

std::string dead_end(const Token* before, const Token& token, const Token* behind) {
  const bool needs_more = behind != nullptr && behind->least > 0 &&
                          (behind->kind == Kind::letter || behind->kind == Kind::wide);
  switch (token.kind) {
    case Kind::boundary:
      return dead_boundary(before, behind);
    case Kind::text_start:
      return sure_letter(before) != nullptr
                 ? fmt::format("\"{}\" behind \"{}\" never holds", token.written, before->written)
                 : std::string();
    case Kind::text_end:
      return needs_more
                 ? fmt::format("\"{}\" before \"{}\" never holds", token.written, behind->written)
                 : std::string();
    case Kind::line_break:
      return token.least > 0 ? fmt::format(
                                   "\"{}\" never matches: line breaks and tabs within a "
                                   "sentence are spaces to the rules",
                                   token.written)
                             : std::string();
    case Kind::letter:
      return token.least > 0 && ends_sentence(token.code) && sure_letter(behind) != nullptr &&
                     !closes(behind->code)
                 ? fmt::format("a sentence ends at \"{}\", so that \"{}\" never stands behind it",
                               token.written, behind->written)
                 : std::string();
    default:
      return {};
  }
}

/// Characters that no sentence shows to a rule, since it is read in simplified characters and
/// half-width letters.
std::vector<std::string> unseen_characters(std::string_view pattern) {
  constexpr char32_t first_levelled = 0x3000;
  std::vector<std::string> found;
  PlainSentence plain;
  for (std::size_t at = 0; at < pattern.size();) {
    const Character character = character_at(pattern, at);
    const std::string_view written = pattern.substr(at, character.length);
    at += character.length;
    if (character.code < first_levelled) continue;
    plain.assign(written);
    if (plain.text() == written) continue;
    found.push_back(fmt::format("\"{}\" never stands in a sentence as rules read it: write \"{}\"",
                                written, plain.text()));
  }
  return found;
}

}  // namespace

std::vector<std::string> dear_gaps(std::string_view pattern) {
  std::vector<std::string> gaps;
  for (const Token& token : TokenReader(pattern).all()) {
    if (token.kind == Kind::wide && (token.most < 0 || token.most >= dear_gap))
      gaps.emplace_back(token.written);
  }
  return gaps;
}

std::vector<std::string> dead_ends(std::string_view pattern) {
  const auto tokens = TokenReader(pattern).all();
  std::vector<std::string> found = unseen_characters(pattern);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token* before = i > 0 ? &tokens[i - 1] : nullptr;
    const Token* behind = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    if (std::string why = dead_end(before, tokens[i], behind); !why.empty())
      found.push_back(std::move(why));
  }
  return found;
}

}  // namespace tipoff
