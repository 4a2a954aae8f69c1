// Reads code points, folds them, and gathers them into words.
#include "cluster/words.h"

#include <algorithm>
#include <limits>

namespace tipoff {
namespace {

struct CodePoint {
  char32_t value = 0;  // 0: an invalid byte
  std::size_t length = 1;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > text.size()) return {};
  char32_t value = lead & (0xffU >> (length + 1));
  for (std::size_t next = at + 1; next < at + length; ++next) {
    if ((byte(next) & 0xc0) != 0x80) return {};
    value = (value << 6) | (byte(next) & 0x3fU);
  }
  return {value, length};
}

bool between(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

bool stands_alone(char32_t value) {
  return between(value, 0x3400, 0x9fff) || between(value, 0x3041, 0x30ff) ||
         between(value, 0xac00, 0xd7a3) || between(value, 0xf900, 0xfaff) ||
         between(value, 0x20000, 0x3ffff);
}

/// Base letters of U+00C0 to U+00FF; a space where the character is no letter.
constexpr std::string_view latin1 =
    "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";

/// Lower case, without accent, of normal width; 0 for what is no letter or digit.
char32_t folded(char32_t value) {
  if (between(value, 0xff01, 0xff5e)) value -= 0xfee0;
  if (value < 0x80) {
    if (between(value, 'A', 'Z')) return value + 32;
    return between(value, 'a', 'z') || between(value, '0', '9') ? value : 0;
  }
  if (value < 0xc0) return 0;
  if (value < 0x100)
    return latin1[value - 0xc0] == ' ' ? 0 : static_cast<unsigned char>(latin1[value - 0xc0]);
  if (between(value, 0x100, 0x137) || between(value, 0x14a, 0x177)) return value | 1U;
  if (between(value, 0x391, 0x3a9) || between(value, 0x410, 0x42f)) return value + 32;
  if (between(value, 0x400, 0x40f)) return value + 80;
  const bool sign = between(value, 0x2000, 0x2bff) || between(value, 0x2e00, 0x303f) ||
                    between(value, 0xfe00, 0xffff) || value > 0x1f000;
  return sign ? 0 : value;
}

bool is_digit(char32_t value) {
  return between(value, '0', '9');
}

bool is_capital(char32_t value) {
  if (between(value, 0xff01, 0xff5e)) value -= 0xfee0;
  return between(value, 'A', 'Z') || between(value, 0xc0, 0xde) || between(value, 0x391, 0x3a9) ||
         between(value, 0x400, 0x42f);
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t most) : text_(text), most_(most) {}

  std::vector<Word> read() {
    while (at_ < text_.size() && words_.size() < most_) step();
    close();
    return std::move(words_);
  }

 private:
  void step() {
    const auto point = code_point_at(text_, at_);
    const auto letter = folded(point.value);
    if (open_ && joins(point.value)) {
      at_ += point.length;
      return;
    }
    if (letter == 0 || stands_alone(letter)) close();
    if (letter != 0) {
      if (open_ && is_digit(letter) != (word_.kind == Word::Kind::number)) close();
      if (words_.size() == most_) return;
      take(point, letter);
      if (stands_alone(letter)) close();
    }
    at_ += point.length;
  }

  /// The comma of "14,000", the point of "2.5" (which counts), the apostrophe of "don't"; an "'s"
  /// ends the word and is passed over.
  bool joins(char32_t value) {
    const std::size_t length = value == 0x2019 ? 3 : 1;
    const char32_t next =
        at_ + length < text_.size() ? folded(code_point_at(text_, at_ + length).value) : 0;
    if (word_.kind == Word::Kind::number) {
      if ((value != ',' && value != '.') || !is_digit(next)) return false;
      if (value == '.') mix('.');
      return true;
    }
    if ((value != '\'' && value != 0x2019) || next == 0 || stands_alone(next) || is_digit(next))
      return false;
    const std::size_t after = at_ + length + 1;
    if (next == 's' && (after >= text_.size() || folded(code_point_at(text_, after).value) == 0)) {
      close();
      at_ += 1;  // the s; the caller passes the apostrophe
    }
    return true;
  }

  void take(CodePoint point, char32_t letter) {
    if (!open_) {
      open_ = true;
      word_ = Word{};
      word_.hash = 0xcbf29ce484222325;
      word_.begin = static_cast<std::uint32_t>(at_);
      word_.capital = is_capital(point.value);
      word_.kind = stands_alone(letter) ? Word::Kind::character
                   : is_digit(letter)   ? Word::Kind::number
                                        : Word::Kind::letters;
    }
    mix(letter);
    word_.end = static_cast<std::uint32_t>(at_ + point.length);
    if (word_.length < std::numeric_limits<std::uint8_t>::max()) ++word_.length;
  }

  void mix(char32_t letter) { word_.hash = (word_.hash ^ letter) * 0x100000001b3; }

  void close() {
    if (!open_) return;
    open_ = false;
    word_.hash = hash_together(word_.hash, 0);
    words_.push_back(word_);
  }

  std::string_view text_;
  std::size_t most_;
  std::size_t at_ = 0;
  bool open_ = false;
  Word word_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> words_of(std::string_view text, std::size_t most) {
  return Reader(text, most).read();
}

}  // namespace tipoff
