#include "web/router.h"

namespace tipoff {
namespace {

bool fits(const WebRoute& route, const std::string& path) {
  if (route.path.size() > 1 && route.path.ends_with('/'))
    return path.size() > route.path.size() && path.starts_with(route.path);
  return path == route.path;
}

bool serves(const WebRoute& route, const std::string& method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

}  // namespace

/// nullptr: then `refusal` is the answer.
const WebRoute* Router::find(const WebRequest& request, WebResponse& refusal) const {
  std::string allowed;
  for (const WebRoute& route : routes_) {
    if (!fits(route, request.path)) continue;
    if (serves(route, request.method)) return &route;
    allowed += (allowed.empty() ? "" : ", ") + route.method;
  }
  refusal = plain_answer(allowed.empty() ? 404 : 405,
                         allowed.empty() ? "there is nothing here" : "this cannot be done here");
  if (!allowed.empty()) refusal.headers.emplace_back("Allow", allowed);
  return nullptr;
}

Router::Opening Router::open(const WebRequest& request) const {
  WebResponse refusal;
  const WebRoute* route = find(request, refusal);
  if (route == nullptr) return {.answer = std::move(refusal)};
  Opening opening{.answer = std::nullopt, .body_cap = route->body_cap};
  if (route->before_body) opening.answer = route->before_body(request);
  return opening;
}

WebResponse Router::answer(const WebRequest& request) const {
  WebResponse refusal;
  const WebRoute* route = find(request, refusal);
  return route == nullptr ? refusal : route->answer(request);
}

}  // namespace tipoff
