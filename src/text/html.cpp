// HTML to text: one pass over tags and references; no tree is built.
#include "text/html.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/byte_word.h"
#include "text/html_references.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::array<char16_t, 32> c1_meanings = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr auto name_parts = [] {
  std::array<bool, 256> parts{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789:-_"))
    parts[static_cast<unsigned char>(c)] = true;
  return parts;
}();

bool is_name_part(char c) {
  return name_parts[static_cast<unsigned char>(c)];
}

bool same_word(std::string_view text, std::string_view lower_word) {
  return text.size() == lower_word.size() &&
         std::equal(text.begin(), text.end(), lower_word.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

// A short name as a number, to compare it in one step; 0 where it is longer than any that counts.
constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t number = 0;
  if (name.size() > 8) return 0;
  for (const char c : name)
    number = (number << 8U) | static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return number;
}

// Elements that flow within a line; every other one separates words.
bool is_inline(std::uint64_t packed_name) {
  switch (packed_name) {
    case packed("a"):
    case packed("abbr"):
    case packed("acronym"):
    case packed("b"):
    case packed("bdi"):
    case packed("bdo"):
    case packed("big"):
    case packed("cite"):
    case packed("code"):
    case packed("del"):
    case packed("dfn"):
    case packed("em"):
    case packed("font"):
    case packed("i"):
    case packed("ins"):
    case packed("kbd"):
    case packed("label"):
    case packed("mark"):
    case packed("nobr"):
    case packed("q"):
    case packed("s"):
    case packed("samp"):
    case packed("small"):
    case packed("span"):
    case packed("strike"):
    case packed("strong"):
    case packed("sub"):
    case packed("sup"):
    case packed("tt"):
    case packed("u"):
    case packed("var"):
    case packed("wbr"):
      return true;
    default:
      return false;
  }
}

std::size_t next_sign(std::string_view html, std::size_t at) {
  for (; at + byte_word_size <= html.size(); at += byte_word_size) {
    const ByteWord word = byte_word_at(html.data() + at);
    if ((bytes_equal(word, '<') | bytes_equal(word, '&')) != 0) break;
  }
  while (at < html.size() && html[at] != '<' && html[at] != '&') ++at;
  return at;
}

// Where a text holds a character last; looked for when it is first asked for, from the end.
class LastOf {
 public:
  explicit LastOf(char wanted) : wanted_(wanted) {}

  std::size_t in(std::string_view text) {
    if (!known_) position_ = text.rfind(wanted_);
    known_ = true;
    return position_;
  }

 private:
  char wanted_;
  bool known_ = false;
  std::size_t position_ = npos;
};

class TextOfHtml {
 public:
  explicit TextOfHtml(std::string_view html) : html_(html), out_(html.size()) {}

  void read() {
    while (at_ < html_.size()) {
      at_ += out_.add_to_sign(html_.substr(at_));
      if (at_ == html_.size()) break;
      if (html_[at_] == '&') {
        read_reference();
      } else {
        read_angle();
      }
    }
  }

  [[nodiscard]] bool is_sound() const { return out_.is_sound(); }
  [[nodiscard]] std::string text() && { return std::move(out_).finish(); }

 private:
  [[nodiscard]] char peek(std::size_t ahead) const {
    return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0';
  }

  void literal() { out_.add(html_.substr(at_++, 1)); }

  void read_reference() {
    reference_.clear();
    const std::size_t length = append_reference(reference_, html_.substr(at_));
    out_.add(reference_);
    at_ += length;
    if (length == 0) literal();
  }

  void read_angle() {
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return skip_past("-->", 4);
    if (rest.starts_with("<![CDATA[")) return read_cdata();
    const char next = peek(1);
    if (is_letter(next) || (next == '/' && is_letter(peek(2)))) return read_tag();
    if ((next == '!' && (is_letter(peek(2)) || peek(2) == '[')) || next == '?')
      return skip_past(">", 1);
    if (next == '/' && peek(2) == '>') return skip_past(">", 1);
    literal();
  }

  void skip_past(std::string_view end, std::size_t from) {
    const auto found = html_.find(end, at_ + from);
    at_ = found == npos ? html_.size() : found + end.size();
  }

  void read_cdata() {
    const auto begin = at_ + 9;
    const auto end = std::min(html_.find("]]>", begin), html_.size());
    out_.add(html_.substr(begin, end - begin));
    at_ = std::min(end + 3, html_.size());
  }

  void read_tag() {
    const bool closes = peek(1) == '/';
    std::size_t name_begin = at_ + (closes ? 2 : 1);
    std::size_t name_end = name_begin;
    while (name_end < html_.size() && is_name_part(html_[name_end])) ++name_end;
    auto name = html_.substr(name_begin, name_end - name_begin);
    if (const auto colon = name.rfind(':'); colon != npos) name.remove_prefix(colon + 1);

    const std::size_t end = tag_end(name_end);
    if (end == npos) return read_unclosed(name_end);
    const bool empty = html_[end - 1] == '/';
    at_ = end + 1;
    const std::uint64_t number = packed(name);
    if (!is_inline(number)) out_.add_gap();
    if (!closes && !empty && (number == packed("script") || number == packed("style")))
      skip_content(name);
  }

  // Where the tag's '>' stands, over '>' in quoted values. Once quotes have led to the end of the
  // text in vain, they are no longer believed: this keeps the whole linear.
  std::size_t tag_end(std::size_t from) {
    const std::size_t last_bracket = last_bracket_.in(html_);
    if (last_bracket == npos || from > last_bracket) return npos;
    for (std::size_t at = from; believe_quotes_ && at < html_.size(); ++at) {
      const char c = html_[at];
      if (c == '>') return at;
      if ((c != '"' && c != '\'') || html_[at - 1] != '=') continue;
      const std::size_t last = (c == '"' ? last_double_ : last_single_).in(html_);
      if (last <= at) break;
      at = html_.find(c, at + 1);
    }
    believe_quotes_ = false;
    return html_.find('>', from);
  }

  // A text cut within a tag ends there; a '<' that begins a word of prose is kept.
  void read_unclosed(std::size_t name_end) {
    const std::size_t last_value = last_equals_.in(html_);
    const bool cut = name_end == html_.size() || (last_value != npos && last_value >= name_end);
    if (cut) {
      at_ = html_.size();
    } else {
      literal();
    }
  }

  void skip_content(std::string_view name) {
    while (at_ < html_.size()) {
      const auto found = html_.find("</", at_);
      if (found == npos) break;
      at_ = found;
      const auto candidate = html_.substr(at_ + 2);
      const auto last = candidate.substr(0, name.size());
      if (std::equal(last.begin(), last.end(), name.begin(), name.end(),
                     [](char a, char b) { return lower(a) == lower(b); })) {
        return skip_past(">", 2);
      }
      at_ += 2;
    }
    at_ = html_.size();
  }

  std::string_view html_;
  LastOf last_bracket_{'>'};
  LastOf last_double_{'"'};
  LastOf last_single_{'\''};
  LastOf last_equals_{'='};
  bool believe_quotes_ = true;
  std::size_t at_ = 0;
  TextCleaner out_;
  std::string reference_;
};

bool is_closed_tag(std::string_view rest) {  // </name> or <br>, <br/>, <p ...
  std::size_t at = 1;
  const bool closes = at < rest.size() && rest[at] == '/';
  if (closes) ++at;
  const std::size_t begin = at;
  while (at < rest.size() && is_name_part(rest[at])) ++at;
  const auto name = rest.substr(begin, at - begin);
  if (closes) return !name.empty() && at < rest.size() && rest[at] == '>';
  const bool single = same_word(name, "br") || same_word(name, "img") || same_word(name, "p") ||
                      same_word(name, "hr");
  return single && at < rest.size();
}

}  // namespace

char32_t windows_1252(char32_t c) {
  return c >= 0x80 && c <= 0x9F ? static_cast<char32_t>(c1_meanings[c - 0x80]) : c;
}

std::string html_to_text(std::string_view html) {
  TextOfHtml reader(html);
  reader.read();
  return reader.is_sound() ? std::move(reader).text() : html_to_text(repair_utf8(html));
}

bool looks_like_html(std::string_view text) {
  std::string meaning;
  for (auto at = next_sign(text, 0); at < text.size(); at = next_sign(text, at + 1)) {
    const auto rest = text.substr(at);
    if (rest[0] == '<' ? is_closed_tag(rest) : append_reference(meaning, rest) > 0) return true;
  }
  return false;
}

}  // namespace tipoff
