// Router: which function answers which path. No sockets here.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "web/web_message.h"

namespace tipoff {

/// One kind of page. Nothing of it is looked at but by the Router.
struct WebRoute {
  std::string method;  // "GET" answers HEAD too
  std::string path;    // whole; with a slash at its end, everything below it
  std::function<WebResponse(const WebRequest&)> answer;

  /// Before the body is read: an answer that needs none of it, such as a refusal.
  std::function<std::optional<WebResponse>(const WebRequest&)> before_body{};
  std::size_t body_cap = 0;  // bytes; more is 413
};

class Router {
 public:
  void add(WebRoute route) { routes_.push_back(std::move(route)); }

  /// Asked when the head of a request has come: the answer that is clear already (404, 405, or what
  /// before_body says), and the cap for its body.
  struct Opening {
    std::optional<WebResponse> answer;
    std::size_t body_cap = 0;
  };
  [[nodiscard]] Opening open(const WebRequest& request) const;

  /// The whole request: 404 where no path fits, 405 where no method does. What a function throws
  /// comes out.
  [[nodiscard]] WebResponse answer(const WebRequest& request) const;

 private:
  [[nodiscard]] const WebRoute* find(const WebRequest& request, WebResponse& refusal) const;

  std::vector<WebRoute> routes_;
};

}  // namespace tipoff
