// The routes at which hubs call, without a socket.
#include "web/push_routes.h"

#include "catch.h"
#include "fakes/subscribed_newsroom.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const std::string token(32, 'a');

struct Routes : fakes::SubscribedNewsroom {
  Router router;

  Routes() {
    Subscription subscription;
    subscription.feed = feed;
    subscription.hub = hub;
    subscription.topic = feed;
    subscription.token = token;
    subscription.callback = "https://tipoff.example.com/push/" + token;
    subscription.secret = "secret";
    table.add(asked(subscription, newsroom.clock.now()));
    add_push_routes(router, newsroom.assembly->settings.push, callback, newsroom.clock);
  }

  WebResponse get(const std::string& path, const std::string& topic = feed) {
    WebRequest request;
    request.method = "GET";
    request.path = path;
    request.query = {{"hub.mode", "subscribe"},
                     {"hub.topic", topic},
                     {"hub.challenge", "<b>words</b>"},
                     {"hub.lease_seconds", "86400"}};
    return answer(request);
  }
  WebResponse post(const std::string& path, const std::string& body, const std::string& signature) {
    WebRequest request;
    request.method = "POST";
    request.path = path;
    request.headers = {{"content-type", "application/rss+xml"}, {"x-hub-signature", signature}};
    request.body = body;
    return answer(request);
  }

  /// As the server does it.
  WebResponse answer(const WebRequest& request) {
    const auto opening = router.open(request);
    return opening.answer ? *opening.answer : router.answer(request);
  }
};

}  // namespace

TEST_CASE("A verification gets its challenge back, and nothing else", "[web][push]") {
  Routes routes;
  const auto answer = routes.get("/push/" + token);
  CHECK(answer.status == 200);
  CHECK(answer.body == "<b>words</b>");
  CHECK(answer.content_type == "text/plain");
}

TEST_CASE("A verification of another topic is 404", "[web][push]") {
  Routes routes;
  CHECK(routes.get("/push/" + token, "https://wire.example/other").status == 404);
  CHECK_FALSE(is_live(routes.subscription(), routes.newsroom.clock.now()));
}

TEST_CASE("A document that is well signed is accepted and stored", "[web][push]") {
  Routes routes;
  REQUIRE(routes.get("/push/" + token).status == 200);
  const auto answer =
      routes.post("/push/" + token, "<rss/>", fakes::hub_signature("secret", "<rss/>"));
  CHECK(answer.status == 202);
  const auto kept = PushTable(*routes.newsroom.database).oldest({});
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].body == "<rss/>");
  CHECK(kept[0].content_type == "application/rss+xml");
  CHECK(kept[0].feed == Routes::feed);
}

TEST_CASE("A document that is wrongly signed gets the same answer, and is ignored", "[web][push]") {
  Routes routes;
  REQUIRE(routes.get("/push/" + token).status == 200);
  CHECK(routes.post("/push/" + token, "<rss/>", "sha256=00").status == 202);
  CHECK(routes.post("/push/" + token, "<rss/>", "").status == 202);
  CHECK(PushTable(*routes.newsroom.database).count() == 0);
}

TEST_CASE("A path without a token of ours is 404, before any body is read", "[web][push]") {
  Routes routes;
  const auto path =
      GENERATE(std::string("/push/"), "/push/" + std::string(32, 'b'), "/push/" + token + "a",
               "/push/" + token.substr(1), "/push/x/" + token.substr(2), "/" + token);
  CAPTURE(path);
  CHECK(routes.get(path).status == 404);
  CHECK(routes.post(path, "<rss/>", "").status == 404);
}

TEST_CASE("The cap of the configuration holds for the body", "[web][push]") {
  Routes routes;
  WebRequest request;
  request.method = "POST";
  request.path = "/push/" + token;
  CHECK(routes.router.open(request).body_cap == routes.newsroom.assembly->settings.push.body_cap);
}

TEST_CASE("Where push is off there are no such paths", "[web][push]") {
  Routes routes;
  Router router;
  add_push_routes(router, {}, routes.callback, routes.newsroom.clock);
  WebRequest request;
  request.method = "POST";
  request.path = "/push/" + token;
  CHECK(router.answer(request).status == 404);
}

}  // namespace tipoff
