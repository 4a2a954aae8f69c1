// [push] and [web]: how hubs and people reach `tipoff serve`.
#include <algorithm>

#include "config/settings_check.h"
#include "config/settings_sections.h"
#include "text/url.h"

namespace tipoff {

namespace {

using namespace std::chrono_literals;

std::optional<std::string> callback_fault(const std::string& url) {
  if (const auto fault = http_url_fault(url)) return fault;
  if (url.find_first_of("?#") != std::string::npos)
    return "must end after its path: hubs and tipoff add to it";
  if (url.find('/', url.find("://") + 3) == std::string::npos || url.ends_with('/'))
    return "needs a path without a slash at its end, as in https://tipoff.example.com/push";
  if (url.find('@') != std::string::npos || url.find('%') != std::string::npos)
    return "holds neither @ nor %";
  return std::nullopt;
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

bool is_host_name(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':';
  });
}

}  // namespace

void read_push_section(TomlTable push, PushSettings& settings) {
  constexpr std::int64_t kilobyte = 1024;
  constexpr std::int64_t largest = 32 * kilobyte * kilobyte;
  const std::string callback = push.text("callback").value_or("");
  if (push.has("callback")) {
    if (const auto fault = callback_fault(callback))
      push.complain("callback", *fault);
    else
      settings.callback = callback;
    if (callback.starts_with("http://") && !is_loopback(host_of(callback)))
      push.warn("callback", "what hubs send travels unencrypted; https:// keeps it private");
  }
  if (const auto lease = push.duration("lease", 1h))
    settings.lease = std::chrono::floor<std::chrono::seconds>(*lease);
  if (const auto bytes = push.whole("max_body", kilobyte, largest))
    settings.body_cap = static_cast<std::size_t>(*bytes);
  push.refuse_others();
}

void read_web_section(TomlTable web, Settings& settings) {
  for (const std::string& host : web.texts("hosts").value_or(std::vector<std::string>{})) {
    if (is_host_name(host))
      settings.web_hosts.push_back(host);
    else
      web.complain("hosts", "'" + host + "' is no host's name; write it alone, as in " +
                                "tipoff.example.com");
  }
  web.refuse_others();
}

}  // namespace tipoff
