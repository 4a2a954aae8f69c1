// Escapes for the markups of chats.
#include "alert/chat_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace tipoff {
namespace {

bool is_in(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Of ASCII: among the rest are characters that nobody sees.
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char at_or_blank(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : ' ';
}

/// U+FF01 to U+FF5E are the printable ASCII characters once more, as wide as Chinese ones.
void append_look_alike(std::string& out, char c) {
  append_utf8(out, 0xFEE0U + static_cast<unsigned char>(c));
}

/// Where a list's number ends ("12." or "12)") if the line begins with one; else the whole size.
std::size_t end_of_list_number(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) ++at;
  return at > 0 && is_in(".)", at_or_blank(line, at)) ? at : line.size();
}

/// A heading, a quote, a list, a rule, or the line below a heading.
bool begins_line_markup(std::string_view line, std::size_t at) {
  if (at > 0) return at == end_of_list_number(line);
  const char next = at_or_blank(line, 1);
  if (is_in("#>!", line.front())) return true;
  return is_in("-+=", line.front()) && is_in(" -=#", next);
}

/// Between two letters or digits of ASCII it is part of an address.
bool stands_within_word(std::string_view text, std::size_t at) {
  return at > 0 && is_word(text[at - 1]) && is_word(at_or_blank(text, at + 1));
}

bool begins_entity(std::string_view text, std::size_t at) {
  return text[at] == '&' &&
         (at_or_blank(text, at + 1) == '#' || is_word(at_or_blank(text, at + 1)));
}

}  // namespace

std::string slack_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else
      escaped += c;
  }
  return escaped;
}

std::string slack_link_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (is_in("*_~`|:", c))
      append_look_alike(escaped, c);
    else
      escaped += c;
  }
  return slack_text(escaped);
}

std::string discord_text(std::string_view text) {
  constexpr std::string_view zero_width_space = "\xE2\x80\x8B";
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_emoji = c == ':' && is_word(at_or_blank(text, at + 1));
    if (is_in("\\`*_~|<>[]#", c) || is_emoji || begins_line_markup(text, at)) escaped += '\\';
    escaped += c;
    if (c == '@') escaped += zero_width_space;
  }
  return escaped;
}

std::string teams_text(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char next = at_or_blank(text, at + 1);
    if (c == '<' || (c == ']' && next == '('))
      append_look_alike(safe, c);
    else
      safe += c;
    if ((c == '{' || c == '$') && next == '{') safe += ' ';
  }
  return safe;
}

std::string feishu_text(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (is_in("<>", c))
      append_look_alike(safe, c);
    else
      safe += c;
  }
  return safe;
}

std::string look_alike_text(std::string_view line) {
  std::string safe;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const bool is_mention = c == '@' && !stands_within_word(line, at);
    if (is_in("[]<>*_`#~|\\", c) || is_mention || begins_entity(line, at) ||
        begins_line_markup(line, at))
      append_look_alike(safe, c);
    else
      safe += c;
  }
  return safe;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return !continues_character(c); }));
}

std::size_t utf16_units(std::string_view text) {
  constexpr unsigned char first_of_four = 0xF0;
  return code_points(text) + static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
           return static_cast<unsigned char>(c) >= first_of_four;
         }));
}

}  // namespace tipoff
