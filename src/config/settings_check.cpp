// What makes an address plausible.
#include "config/settings_check.h"

#include <algorithm>

#include "text/url.h"

namespace tipoff {

namespace {

bool is_control(char c) {
  return (c >= 0 && c < ' ') || c == '\x7F';
}

bool has_space(std::string_view url) {
  return std::ranges::any_of(url, [](char c) { return c == ' ' || is_control(c); });
}

}  // namespace

std::optional<std::string> feed_url_fault(std::string_view url) {
  if (has_space(url)) return "a URL holds no white space";
  if (url.starts_with("file:///") && url.size() > 8) return std::nullopt;
  if (url.starts_with("file:"))
    return "a file is written with its whole path: file:///folder/feed.xml";
  if (is_http(url)) return std::nullopt;
  return "must be a URL that begins with http://, https:// or file:///";
}

std::optional<std::string> http_url_fault(std::string_view url) {
  if (has_space(url)) return "a URL holds no white space";
  if (is_http(url)) return std::nullopt;
  return "must be a URL that begins with http:// or https://";
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || at + 1 == text.size() ||
      text.size() > 254)
    return false;
  if (text.find('@', at + 1) != std::string_view::npos || text[at + 1] == '.' || text.back() == '.')
    return false;
  constexpr std::string_view forbidden = "<>,;:\"\\()[]";
  return std::ranges::all_of(text, [&](char c) {
    return c > ' ' && c < '\x7F' && forbidden.find(c) == std::string_view::npos;
  });
}

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(text, is_control);
}

}  // namespace tipoff
