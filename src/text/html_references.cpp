// Character references: numbers, and names looked up in the table of HTML.
#include "text/html_references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <unordered_map>
#include <unordered_set>

#include "text/byte_word.h"
#include "text/html.h"
#include "text/html_names.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_name = 32;  // CounterClockwiseContourIntegral has 31

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view next_word(std::string_view& words) {
  const auto end = words.find(' ');
  const auto word = words.substr(0, end);
  words.remove_prefix(end + 1);
  return word;
}

std::string decoded_points(std::string_view points) {
  std::string text;
  while (!points.empty()) {
    const auto end = std::min(points.find('+'), points.size());
    unsigned value = 0;
    std::from_chars(points.data(), points.data() + end, value, 16);
    append_utf8(text, value);
    points.remove_prefix(std::min(end + 1, points.size()));
  }
  return text;
}

const std::unordered_map<std::string_view, std::string>& meanings() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::string> built;
    built.reserve(4096);
    for (std::string_view words = html_reference_names(); !words.empty();) {
      const auto name = next_word(words);
      built.emplace(name, decoded_points(next_word(words)));
    }
    return built;
  }();
  return table;
}

struct XmlReference {
  char meaning = '\0';  // none
  std::size_t length = 0;
};

// The five of XML make up nearly all that feeds hold.
XmlReference xml_reference(std::string_view text) {
  if (text.size() < 4) return {};
  switch (text[1]) {
    case 'l':
      return text.starts_with("&lt;") ? XmlReference{'<', 4} : XmlReference();
    case 'g':
      return text.starts_with("&gt;") ? XmlReference{'>', 4} : XmlReference();
    case 'q':
      return text.starts_with("&quot;") ? XmlReference{'"', 6} : XmlReference();
    case 'a':
      if (text.starts_with("&amp;")) return {'&', 5};
      return text.starts_with("&apos;") ? XmlReference{'\'', 6} : XmlReference();
    default:
      return {};
  }
}

bool may_lack_semicolon(std::string_view name) {
  static const auto names = [] {
    std::unordered_set<std::string_view> built;
    for (std::string_view words = html_names_without_semicolon(); !words.empty();)
      built.insert(next_word(words));
    return built;
  }();
  return names.contains(name);
}

std::size_t append_number(std::string& out, std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t begin = hexadecimal ? 3 : 2;
  std::size_t end = begin;
  const auto is_part = [&](char c) {
    return is_digit(c) || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  };
  while (end < text.size() && end < begin + longest_name && is_part(text[end])) ++end;
  if (end == begin) return 0;
  char32_t value = 0x110000;
  unsigned number = 0;
  const auto read =
      std::from_chars(text.data() + begin, text.data() + end, number, hexadecimal ? 16 : 10);
  if (read.ec == std::errc{}) value = number;
  if (value == 0) value = replacement_character;
  append_utf8(out, windows_1252(value));
  return end < text.size() && text[end] == ';' ? end + 1 : end;
}

// Copies text behind what a string holds, references decoded on the way.
class DecodedCopy {
 public:
  DecodedCopy(std::string& out, std::string_view text) : out_(out), size_(out.size()), text_(text) {
    out_.resize(size_ + text.size() + byte_word_size);
  }

  void run() {
    while (at_ < text_.size()) {
      copy_to_reference();
      if (at_ < text_.size()) copy_reference();
    }
    out_.resize(size_);
  }

 private:
  void copy_to_reference() {
    char* to = out_.data() + size_;
    std::size_t at = at_;
    ByteWord marks = 0;
    for (; at + byte_word_size <= text_.size(); at += byte_word_size, to += byte_word_size) {
      const ByteWord word = byte_word_at(text_.data() + at);
      std::memcpy(to, &word, byte_word_size);
      marks = bytes_equal(word, '&');
      if (marks != 0) break;
    }
    if (marks != 0) {
      at += bytes_before_mark(marks);
      to += bytes_before_mark(marks);
    } else {
      while (at < text_.size() && text_[at] != '&') *to++ = text_[at++];
    }
    size_ = static_cast<std::size_t>(to - out_.data());
    at_ = at;
  }

  void copy_reference() {
    const auto text = text_.substr(at_);
    if (const auto known = xml_reference(text); known.length > 0) {
      out_[size_++] = known.meaning;
      at_ += known.length;
      return;
    }
    meaning_.clear();
    const std::size_t length = append_reference(meaning_, text);
    if (length == 0) meaning_ = '&';
    at_ += std::max<std::size_t>(length, 1);
    // There are names shorter than what they mean.
    const auto needed = size_ + meaning_.size() + (text_.size() - at_) + byte_word_size;
    if (needed > out_.size()) out_.resize(needed);
    meaning_.copy(out_.data() + size_, meaning_.size());
    size_ += meaning_.size();
  }

  std::string& out_;
  std::size_t size_;  // of what is written: `out_` is longer
  std::string_view text_;
  std::size_t at_ = 0;
  std::string meaning_;
};

}  // namespace

std::size_t append_reference(std::string& out, std::string_view text) {
  if (text.size() < 3) return 0;
  if (text[1] == '#') return append_number(out, text);
  if (const auto known = xml_reference(text); known.length > 0) {
    out += known.meaning;
    return known.length;
  }
  std::size_t end = 1;
  while (end < text.size() && end <= longest_name && is_alphanumeric(text[end])) ++end;
  const auto name = text.substr(1, end - 1);
  const bool closed = end < text.size() && text[end] == ';';
  const bool query = end < text.size() && text[end] == '=';
  if (!closed && (query || !may_lack_semicolon(name))) return 0;
  const auto found = meanings().find(name);
  if (found == meanings().end()) return 0;
  out += found->second;
  return closed ? end + 1 : end;
}

std::string decode_references(std::string_view text) {
  std::string out;
  append_decoded(out, text);
  return out;
}

void append_decoded(std::string& out, std::string_view text) {
  DecodedCopy(out, text).run();
}

}  // namespace tipoff
