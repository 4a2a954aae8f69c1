// Which function answers which path.
#include "web/router.h"

#include "catch.h"

namespace tipoff {
namespace {

WebRoute route(const std::string& method, const std::string& path, const std::string& says) {
  WebRoute made;
  made.method = method;
  made.path = path;
  made.answer = [says](const WebRequest& request) {
    return plain_answer(200, says + " " + request.body);
  };
  return made;
}

WebRequest request(const std::string& method, const std::string& path) {
  WebRequest made;
  made.method = method;
  made.path = path;
  return made;
}

Router router() {
  Router made;
  made.add(route("GET", "/healthz", "health"));
  WebRoute push = route("POST", "/push/", "push");
  push.body_cap = 7;
  push.before_body = [](const WebRequest& asked) -> std::optional<WebResponse> {
    if (asked.path == "/push/none") return plain_answer(404, "none");
    return std::nullopt;
  };
  made.add(push);
  return made;
}

}  // namespace

TEST_CASE("A path is answered by its function", "[web]") {
  CHECK(router().answer(request("GET", "/healthz")).body == "health \n");
  CHECK(router().answer(request("HEAD", "/healthz")).status == 200);
  CHECK(router().answer(request("POST", "/push/a")).status == 200);
}

TEST_CASE("What nobody serves is 404, also near to what somebody does", "[web]") {
  const auto path =
      GENERATE("/", "", "/healthz/", "/healthzz", "/HEALTHZ", "/push", "/push/", "//push/a", "*");
  CAPTURE(path);
  CHECK(router().answer(request("POST", path)).status == 404);
  CHECK(router().open(request("POST", path)).answer->status == 404);
}

TEST_CASE("Another method is told which there are", "[web]") {
  const auto answer = router().answer(request("DELETE", "/healthz"));
  CHECK(answer.status == 405);
  CHECK(answer.headers == std::vector<std::pair<std::string, std::string>>{{"Allow", "GET"}});
}

TEST_CASE("Before the body it is known who takes it, and how much of it", "[web]") {
  CHECK(router().open(request("POST", "/push/a")).body_cap == 7);
  CHECK_FALSE(router().open(request("POST", "/push/a")).answer);
  CHECK(router().open(request("POST", "/push/none")).answer->status == 404);
  CHECK(router().open(request("GET", "/healthz")).body_cap == 0);
}

}  // namespace tipoff
