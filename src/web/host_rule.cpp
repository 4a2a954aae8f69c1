#include "web/host_rule.h"

#include <algorithm>

#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::string_view digits_and_dots = "0123456789.";

/// Lower case, without port and brackets; empty for what is no host.
std::string name_of(std::string_view header) {
  if (header.find_first_of("/?#@\\ ") != std::string_view::npos) return {};
  return host_of("http://" + std::string(header) + "/");
}

bool is_loopback(const std::string& host) {
  if (host == "localhost" || host == "::1") return true;
  return host.starts_with("127.") && std::ranges::count(host, '.') == 3 &&
         host.find_first_not_of(digits_and_dots) == std::string::npos;
}

}  // namespace

HostRule::HostRule(std::vector<std::string> hosts) {
  for (const std::string& host : hosts) {
    const bool is_v6 = std::ranges::count(host, ':') > 1 && !host.starts_with('[');
    std::string name = name_of(is_v6 ? "[" + host + "]" : host);
    if (!name.empty()) hosts_.push_back(std::move(name));
  }
}

bool HostRule::allows(std::string_view header) const {
  const std::string name = name_of(header);
  return is_loopback(name) || (!name.empty() && std::ranges::find(hosts_, name) != hosts_.end());
}

}  // namespace tipoff
