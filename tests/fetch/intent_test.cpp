// Verification of intent: what is agreed to, and what is not.
#include "fetch/intent.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

const Time noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};

Subscription asked_for() {
  Subscription subscription;
  subscription.feed = "https://wire.example/rss";
  subscription.hub = "https://hub.example/";
  subscription.topic = "https://wire.example/rss";
  return asked(subscription, noon);
}

Intent subscribe() {
  Intent intent;
  intent.mode = "subscribe";
  intent.topic = "https://wire.example/rss";
  intent.challenge = "once upon a time";
  intent.lease_seconds = "86400";
  return intent;
}

}  // namespace

TEST_CASE("The query's hub fields make an intent", "[push]") {
  const Intent intent = intent_of({{"hub.mode", "denied"},
                                   {"hub.topic", "t"},
                                   {"hub.challenge", "c"},
                                   {"hub.lease_seconds", "9"},
                                   {"hub.reason", "r"},
                                   {"x", "y"}});
  CHECK(intent.mode == "denied");
  CHECK(intent.topic == "t");
  CHECK(intent.challenge == "c");
  CHECK(intent.lease_seconds == "9");
  CHECK(intent.reason == "r");
}

TEST_CASE("A subscription that we asked for is agreed to, and its lease begins", "[push]") {
  Subscription before = asked_for();
  before.failures = 3;
  before.failure = "the hub answered 500";
  const auto verdict = judge_intent(before, subscribe(), noon + 5s);
  REQUIRE(verdict.agreed);
  CHECK_FALSE(verdict.forget);
  REQUIRE(verdict.changed);
  CHECK(is_live(*verdict.changed, noon + 86404s));
  CHECK_FALSE(is_live(*verdict.changed, noon + 86405s));
  CHECK_FALSE(verdict.changed->awaiting);
  CHECK(verdict.changed->failures == 0);
  CHECK(verdict.changed->failure.empty());
  CHECK(verdict.changed->next_step == noon + 5s + 18h);
}

TEST_CASE("A hub that did not hear our answer may ask again", "[push]") {
  const auto first = judge_intent(asked_for(), subscribe(), noon);
  REQUIRE(first.changed);
  CHECK(judge_intent(*first.changed, subscribe(), noon + 1min).agreed);
}

TEST_CASE("Nothing is agreed to that we did not ask for", "[push]") {
  Intent intent = subscribe();
  Subscription before = asked_for();
  Time now = noon;
  SECTION("another topic") {
    intent.topic += "?other";
  }
  SECTION("another mode") {
    intent.mode = "publish";
  }
  SECTION("the end of a subscription that is wanted") {
    intent.mode = "unsubscribe";
  }
  SECTION("a subscription that is to be ended") {
    before = asked(ended(before, noon), noon);
  }
  SECTION("never asked") {
    before.asked_at.reset();
  }
  SECTION("asked long ago") {
    now += 25h;
  }
  SECTION("no challenge") {
    intent.challenge.clear();
  }
  SECTION("a challenge without end") {
    intent.challenge.assign(longest_challenge + 1, 'c');
  }
  SECTION("no lease") {
    intent.lease_seconds.clear();
  }
  SECTION("a lease of no length") {
    intent.lease_seconds = "0";
  }
  SECTION("a lease that is no number") {
    intent.lease_seconds = "-5";
  }
  const auto verdict = judge_intent(before, intent, now);
  CHECK_FALSE(verdict.agreed);
  CHECK_FALSE(verdict.forget);
  CHECK_FALSE(verdict.changed);
}

TEST_CASE("The end that we asked for is agreed to, and the subscription forgotten", "[push]") {
  Intent intent = subscribe();
  intent.mode = "unsubscribe";
  intent.lease_seconds.clear();
  const auto verdict = judge_intent(asked(ended(asked_for(), noon), noon), intent, noon);
  CHECK(verdict.agreed);
  CHECK(verdict.forget);
}

TEST_CASE("A lease is taken for a month at the most, and renewed every ten seconds at most",
          "[push]") {
  Intent intent = subscribe();
  intent.lease_seconds = GENERATE("9999999999", "999999999999999999999999");
  CHECK(judge_intent(asked_for(), intent, noon).changed->lease_until == noon + longest_lease);
  intent.lease_seconds = "1";
  CHECK(judge_intent(asked_for(), intent, noon).changed->next_step == noon + shortest_renewal);
}

TEST_CASE("A denial is believed, shown, and asked about again the next day", "[push]") {
  Intent intent = subscribe();
  intent.mode = "denied";
  intent.reason = "no \x1b[31mroom\n" + std::string(1000, 'x');
  Subscription before = asked_for();
  before.lease_until = noon + 24h;
  const auto verdict = judge_intent(before, intent, noon);
  CHECK_FALSE(verdict.agreed);
  REQUIRE(verdict.changed);
  CHECK_FALSE(is_live(*verdict.changed, noon));
  CHECK(verdict.changed->next_step == noon + 24h);
  CHECK_THAT(verdict.changed->failure,
             Catch::StartsWith("the hub denied the subscription: no ?[31mroom?"));
  CHECK(verdict.changed->failure.size() < 260);
}

}  // namespace tipoff
