// WebRequest, WebResponse: what a browser or a hub asks `tipoff serve`, and what it is told.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tipoff {

struct WebRequest {
  std::string method;                                        // "GET"
  std::string path;                                          // decoded, without query
  std::vector<std::pair<std::string, std::string>> query;    // decoded, in their order
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;

  /// First value by lower-case name; empty where there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const {
    for (const auto& [known, value] : headers)
      if (known == name) return value;
    return {};
  }
};

struct WebResponse {
  int status = 200;
  std::string body;
  std::string content_type = "text/plain; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers{};  // others than Content-Type

  bool operator==(const WebResponse&) const = default;
};

/// One line of text.
[[nodiscard]] inline WebResponse plain_answer(int status, std::string_view line) {
  return {.status = status, .body = std::string(line) + "\n"};
}

}  // namespace tipoff
