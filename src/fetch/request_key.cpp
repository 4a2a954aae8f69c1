// As RFC 3986, 6.2.2 and 6.2.3, without what may change the meaning: path and query stay as they
// are.
#include "fetch/request_key.h"

#include <algorithm>
#include <cctype>

namespace tipoff {

std::string request_key(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const auto scheme_end = url.find("://");
  if (scheme_end == url.npos) return std::string(url);
  const auto host_begin = scheme_end + 3;
  const auto path = std::min(url.find_first_of("/?", host_begin), url.size());
  std::string key(url.substr(0, path));
  const auto user_end = key.rfind('@');
  const auto fold = [&](std::size_t begin, std::size_t end) {
    std::transform(key.begin() + static_cast<std::ptrdiff_t>(begin),
                   key.begin() + static_cast<std::ptrdiff_t>(end),
                   key.begin() + static_cast<std::ptrdiff_t>(begin),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  };
  fold(0, scheme_end);
  fold(user_end == key.npos ? host_begin : user_end, key.size());
  const std::string_view port = key.starts_with("https:") ? ":443" : ":80";
  if (key.ends_with(port)) key.resize(key.size() - port.size());
  if (path == url.size() || url[path] != '/') key += '/';
  return key.append(url.substr(path));
}

}  // namespace tipoff
