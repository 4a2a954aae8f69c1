// What is said of a subscription at each moment of its course.
#include "pipeline/push_state.h"

#include "catch.h"
#include "text/date.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

Subscription fresh() {
  Subscription subscription;
  subscription.hub = "https://hub.example/";
  subscription.topic = "https://wire.example/rss";
  subscription.token = "token-of-its-own";
  subscription.secret = "secret-of-its-own";
  subscription.callback = "https://tipoff.example.com/push/token-of-its-own";
  subscription.next_step = noon;
  return subscription;
}

Subscription live() {
  Subscription subscription = fresh();
  subscription.asked_at = noon - 24h;
  subscription.lease_until = noon + std::chrono::days{9};
  subscription.next_step = noon + std::chrono::days{6};
  return subscription;
}

Subscription refused(Subscription subscription) {
  subscription.failures = 2;
  subscription.failure = "the hub answered 503";
  subscription.next_step = noon + 10min;
  return subscription;
}

}  // namespace

TEST_CASE("A subscription is told with its hub and its end", "[push]") {
  CHECK(push_sentence(live(), noon) ==
        "subscribed at https://hub.example/ until " + format_local(noon + std::chrono::days{9}));
  CHECK(push_sentence(fresh(), noon) == "https://hub.example/ is asked at once");
}

TEST_CASE("A hub that was asked and has not verified is told, and how often it was", "[push]") {
  Subscription subscription = fresh();
  subscription.awaiting = true;
  subscription.asked_at = noon - 3min;
  subscription.next_step = noon + 7min;
  CHECK(push_sentence(subscription, noon) ==
        "https://hub.example/ was asked 3 min ago, and has not verified it yet");
  subscription.failures = 2;
  CHECK_THAT(push_sentence(subscription, noon),
             Catch::Contains("ago, after 2 requests that led to nothing, and has not"));
}

TEST_CASE("A refusal is told with its reason and the next try, also of a renewal", "[push]") {
  CHECK(push_sentence(refused(fresh()), noon) ==
        "refused by https://hub.example/ (2 in a row): the hub answered 503; next try in 10 min");
  CHECK_THAT(push_sentence(refused(live()), noon),
             Catch::StartsWith("subscribed at https://hub.example/ until ") &&
                 Catch::EndsWith("; not renewed (2 in a row): the hub answered 503; next try in 10 "
                                 "min"));
}

TEST_CASE("A lease that is over is no subscription any more", "[push]") {
  Subscription subscription = live();
  subscription.lease_until = noon - 1h;
  subscription.next_step = noon - 1h;
  CHECK(push_sentence(subscription, noon) == "https://hub.example/ is asked at once");
  CHECK(to_json(subscription, noon)["state"] == "asked");
}

TEST_CASE("A subscription that ends is told as long as another has not come", "[push]") {
  Subscription ending = live();
  ending.wanted = false;
  CHECK(push_sentence(ending, noon) == "being ended at https://hub.example/");
  Subscription next = fresh();
  next.hub = "https://other.example/";
  const std::vector<Subscription> both{next, ending};
  CHECK(present(both)->hub == "https://other.example/");
  CHECK(present({}) == nullptr);
}

TEST_CASE("What JSON says of a subscription names no secret", "[push]") {
  const Json object = to_json(refused(live()), noon);
  CHECK(object["state"] == "live");
  CHECK(object["lease_until"] == "2026-03-11T12:00:00Z");
  CHECK(object["failures_in_a_row"] == 2);
  CHECK(object["next_try"] == "2026-03-02T12:10:00Z");
  CHECK_THAT(dump(object), !Catch::Contains("of-its-own"));
  CHECK(to_json(refused(fresh()), noon)["state"] == "refused");
}

}  // namespace tipoff
