// A subscription's course, from the first request to the end.
#include "fetch/subscription.h"

#include "catch.h"
#include "fetch/intent.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

const Time noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};

Feed feed_at(const std::string& url = "https://wire.example/rss") {
  Feed feed;
  feed.url = url;
  return feed;
}

Subscription fresh() {
  return new_subscription({.hub = "https://hub.example/", .topic = "https://wire.example/rss?a&b"},
                          feed_at(), {.callback = "https://tipoff.example.com/push"}, "token",
                          "secret");
}

Subscription live() {
  Subscription subscription = fresh();
  subscription.asked_at = noon;
  subscription.lease_until = noon + 240h;
  subscription.next_step = noon + 180h;
  return subscription;
}

Response answer(int status) {
  Response response;
  response.status = status;
  return response;
}

}  // namespace

TEST_CASE("A subscription needs a hub and the feed's own address", "[push]") {
  CHECK(push_target({.hubs = {"https://hub.example/"}, .self = "https://wire.example/rss"},
                    feed_at()) ==
        PushTarget{.hub = "https://hub.example/", .topic = "https://wire.example/rss"});
  CHECK_FALSE(push_target({.hubs = {"https://hub.example/"}, .self = ""}, feed_at()));
  CHECK_FALSE(push_target({.hubs = {}, .self = "https://wire.example/rss"}, feed_at()));
}

TEST_CASE("A news search is not subscribed to: there may be one for each account", "[push]") {
  Feed search = feed_at();
  search.searched_account = "orbax";
  CHECK_FALSE(
      push_target({.hubs = {"https://hub.example/"}, .self = "https://wire.example/rss"}, search));
}

TEST_CASE("Hubs are asked over https, over http only at a private address that is allowed",
          "[push]") {
  const std::string self = "https://wire.example/rss";
  Feed feed = feed_at();
  const auto target = [&](const std::string& hub) {
    return push_target({.hubs = {hub}, .self = self}, feed).has_value();
  };
  CHECK_FALSE(target("http://hub.example/"));
  CHECK_FALSE(target("http://127.0.0.1:9000/"));
  feed.allow_private_networks = true;
  CHECK(target("http://127.0.0.1:9000/"));
  CHECK(target("http://[::1]:9000/"));
  CHECK(target("http://localhost/"));
  CHECK(target("http://10.1.2.3/"));
  CHECK_FALSE(target("http://hub.example/"));
  CHECK_FALSE(target("http://169.254.169.254/"));
  CHECK(
      push_target({.hubs = {"http://hub.example/", "https://second.example/"}, .self = self}, feed)
          ->hub == "https://second.example/");
}

TEST_CASE("The request names mode, topic, callback, lease and secret", "[push]") {
  FetchSettings fetch;
  fetch.contact = "https://us.example/";
  const Feed feed = feed_at();
  const Request request = hub_request(fresh(), feed, fetch, 240h);
  CHECK(request.url == "https://hub.example/");
  CHECK(request.post);
  CHECK(
      request.body ==
      "hub.mode=subscribe&hub.topic=https%3A%2F%2Fwire.example%2Frss%3Fa%26b&hub.callback="
      "https%3A%2F%2Ftipoff.example.com%2Fpush%2Ftoken&hub.lease_seconds=864000&hub.secret=secret");
  CHECK(request.addresses == AddressRule::public_only);
  CHECK(request.headers ==
        std::vector<std::string>{"User-Agent: " + user_agent(fetch),
                                 "Content-Type: application/x-www-form-urlencoded"});
}

TEST_CASE("The end of a subscription is asked for without a secret", "[push]") {
  const Request request = hub_request(ended(live(), noon), feed_at(), {}, 240h);
  CHECK_THAT(request.body, Catch::StartsWith("hub.mode=unsubscribe&"));
  CHECK_THAT(request.body, !Catch::Contains("secret"));
}

TEST_CASE("A hub's address is judged as the feed's", "[push]") {
  Feed feed = feed_at();
  feed.allow_private_networks = true;
  feed.proxy = "http://proxy.example:3128";
  const Request request = hub_request(fresh(), feed, {}, 240h);
  CHECK(request.addresses == AddressRule::private_too);
  CHECK(request.proxy == "http://proxy.example:3128");
}

TEST_CASE("A hub that refuses is asked half as often after each failure", "[push]") {
  Subscription subscription = fresh();
  std::vector<std::chrono::seconds> waits;
  for (int i = 0; i < 11; ++i) {
    const Time now = std::max(noon, subscription.next_step);
    REQUIRE(next_step(subscription, now) == PushStep::subscribe);
    subscription = answered(asked(subscription, now), answer(500), now);
    waits.push_back(subscription.next_step - now);
  }
  CHECK(waits == std::vector<std::chrono::seconds>{5min, 10min, 20min, 40min, 80min, 160min, 320min,
                                                   640min, 1280min, 24h, 24h});
  CHECK(subscription.failure == "the hub answered 500");
}

TEST_CASE("A hub's Retry-After is obeyed", "[push]") {
  Response busy = answer(429);
  busy.headers = {{"retry-after", "7200"}};
  CHECK(answered(asked(fresh(), noon), busy, noon).next_step == noon + 2h);
}

TEST_CASE("A hub that accepts and never verifies is asked again, ever later", "[push]") {
  Subscription subscription = answered(asked(fresh(), noon), answer(202), noon);
  CHECK(next_step(subscription, noon + 9min) == PushStep::none);
  CHECK(next_step(subscription, noon + 10min) == PushStep::subscribe);
  Time now = noon;
  for (int i = 0; i < 5; ++i) {
    now = subscription.next_step;
    subscription = answered(asked(subscription, now), answer(202), now);
  }
  CHECK(subscription.failures == 5);
  CHECK(subscription.next_step - now == 80min);
  CHECK(asked(subscription, now).failure == "the hub accepted the request, but never verified it");
}

TEST_CASE("A verification that overtakes the hub's own answer stays", "[push]") {
  Subscription verified = asked(fresh(), noon);
  verified.awaiting = false;
  verified.lease_until = noon + 24h;
  CHECK(answered(verified, answer(202), noon) == verified);
  CHECK(answered(verified, answer(504), noon) == verified);
}

TEST_CASE("A live subscription is renewed when its time comes, and lives on meanwhile", "[push]") {
  CHECK(next_step(live(), noon + 179h) == PushStep::none);
  CHECK(next_step(live(), noon + 180h) == PushStep::subscribe);
  CHECK(is_live(asked(live(), noon + 180h), noon + 181h));
  CHECK(is_live(answered(asked(live(), noon + 180h), answer(500), noon + 180h), noon + 239h));
  CHECK_FALSE(is_live(live(), noon + 240h));
  CHECK_FALSE(is_live(fresh(), noon));
}

TEST_CASE("What is no longer wanted is ended at the hub while that sends, and then forgotten",
          "[push]") {
  CHECK(next_step(ended(fresh(), noon), noon) == PushStep::forget);
  CHECK(next_step(ended(live(), noon + 300h), noon + 300h) == PushStep::forget);
  Subscription leaving = ended(live(), noon);
  CHECK_FALSE(is_live(leaving, noon));
  Time now = noon;
  int requests = 0;
  for (; next_step(leaving, now) == PushStep::unsubscribe; now = leaving.next_step) {
    leaving = answered(asked(leaving, now), answer(503), now);
    ++requests;
  }
  CHECK(requests == unsubscribe_tries);
  CHECK(next_step(leaving, now) == PushStep::forget);
}

TEST_CASE("Tokens are part of the callback and of nothing else", "[push]") {
  const Subscription subscription = fresh();
  CHECK(subscription.callback == "https://tipoff.example.com/push/token");
  CHECK(subscription.next_step == Time{});
}

}  // namespace tipoff
