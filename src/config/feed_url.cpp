// What a person means by an address.
#include "config/feed_url.h"

#include <algorithm>
#include <filesystem>

#include "config/settings_check.h"

namespace tipoff {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string without_feed_scheme(std::string_view typed) {
  std::string scheme(typed.substr(0, 5));
  std::ranges::transform(scheme, scheme.begin(), lower);
  if (scheme != "feed:") return std::string(typed);
  typed.remove_prefix(5);
  if (typed.starts_with("//")) return "http:" + std::string(typed);
  return std::string(typed);
}

bool has_scheme(std::string_view url) {
  return url.find("://") != std::string_view::npos || url.starts_with("file:");
}

}  // namespace

Result<std::string> typed_feed_url(std::string_view typed) {
  std::string url = without_feed_scheme(trimmed(typed));
  if (url.empty()) return failure("the address is empty");
  if (!has_scheme(url)) {
    std::error_code error;
    if (std::filesystem::is_regular_file(url, error)) {
      url = "file://" + std::filesystem::absolute(url).lexically_normal().string();
    } else {
      url.insert(0, "https://");
    }
  }
  if (const auto fault = feed_url_fault(url)) return failure("'" + url + "': " + *fault);
  return url;
}

std::string feed_url_key(std::string_view url) {
  url = trimmed(url.substr(0, url.find('#')));
  const auto colon = url.find("://");
  if (colon == std::string_view::npos) return std::string(url);
  const auto path = std::min(url.find_first_of("/?", colon + 3), url.size());
  std::string key(url.substr(0, path));
  std::ranges::transform(key, key.begin(), lower);
  if (key.starts_with("http://") && key.ends_with(":80")) key.resize(key.size() - 3);
  if (key.starts_with("https://") && key.ends_with(":443")) key.resize(key.size() - 4);
  if (path == url.size() || url[path] == '?') key += '/';
  return key.append(url.substr(path));
}

}  // namespace tipoff
