#include "web/push_routes.h"

namespace tipoff {
namespace {

constexpr std::size_t token_length = 32;

/// "/push/" of "https://tipoff.example.com/push".
std::string path_of(const std::string& callback) {
  const auto host = callback.find("://") + 3;
  return callback.substr(callback.find('/', host)) + "/";
}

WebResponse nothing_here() {
  return plain_answer(404, "there is nothing here");
}

WebResponse answer_to(const PushCallback::Verification& verification) {
  if (!verification.heard) return nothing_here();
  WebResponse response;
  response.body = verification.challenge;  // and nothing else: the hub compares it
  response.content_type = "text/plain";
  return response;
}

WebResponse answer_to(PushReceipt receipt) {
  switch (receipt) {
    case PushReceipt::stored:
    case PushReceipt::ignored:
      return {.status = 202, .body = ""};
    case PushReceipt::unknown:
      return nothing_here();
    case PushReceipt::over:
      return plain_answer(410, "this subscription has ended");
    case PushReceipt::full:
      break;
  }
  WebResponse response = plain_answer(503, "too much waits already");
  response.headers.emplace_back("Retry-After", "60");
  return response;
}

}  // namespace

void add_push_routes(Router& router, const PushSettings& settings, PushCallback& callback,
                     const Clock& clock) {
  if (!settings.is_on()) return;
  const std::string path = path_of(settings.callback);
  const auto token_of = [path](const WebRequest& request) {
    std::string token = request.path.substr(path.size());
    if (token.size() != token_length) token.clear();
    return token;
  };
  const auto only_known = [token_of,
                           &callback](const WebRequest& request) -> std::optional<WebResponse> {
    const std::string token = token_of(request);
    if (token.empty() || !callback.knows(token)) return nothing_here();
    return std::nullopt;
  };
  WebRoute verification;
  verification.method = "GET";
  verification.path = path;
  verification.before_body = only_known;
  verification.answer = [token_of, &callback, &clock](const WebRequest& request) {
    return answer_to(callback.verify(token_of(request), intent_of(request.query), clock.now()));
  };
  router.add(std::move(verification));
  WebRoute document;
  document.method = "POST";
  document.path = path;
  document.before_body = only_known;
  document.body_cap = settings.body_cap;
  document.answer = [token_of, &callback, &clock](const WebRequest& request) {
    const PushedDocument pushed{.content_type = std::string(request.header("content-type")),
                                .signature = std::string(request.header("x-hub-signature")),
                                .body = request.body};
    return answer_to(callback.receive(token_of(request), pushed, clock.now()));
  };
  router.add(std::move(document));
}

}  // namespace tipoff
