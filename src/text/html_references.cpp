// Character references: numbers, and names looked up in the table of HTML.
#include "text/html_references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

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

// The five of XML make up nearly all that feeds hold.
char xml_meaning(std::string_view name) {
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  return name == "apos" ? '\'' : '\0';
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

}  // namespace

std::size_t append_reference(std::string& out, std::string_view text) {
  if (text.size() < 3) return 0;
  if (text[1] == '#') return append_number(out, text);
  std::size_t end = 1;
  while (end < text.size() && end <= longest_name && is_alphanumeric(text[end])) ++end;
  const auto name = text.substr(1, end - 1);
  const bool closed = end < text.size() && text[end] == ';';
  if (const char meaning = xml_meaning(name); closed && meaning != '\0') {
    out += meaning;
    return end + 1;
  }
  const bool query = end < text.size() && text[end] == '=';
  if (!closed && (query || !may_lack_semicolon(name))) return 0;
  const auto found = meanings().find(name);
  if (found == meanings().end()) return 0;
  out += found->second;
  return closed ? end + 1 : end;
}

}  // namespace tipoff
