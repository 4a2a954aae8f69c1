// The agreements with hubs, from one run to the next.
#include "store/subscription_table.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

Subscription subscription(const std::string& token, Time next_step = Time{1h}) {
  Subscription made;
  made.feed = "https://wire.example/rss";
  made.hub = "https://hub.example/";
  made.topic = "https://wire.example/topic";
  made.callback = "https://tipoff.example.com/push/" + token;
  made.token = token;
  made.secret = "secret of " + token;
  made.next_step = next_step;
  return made;
}

}  // namespace

TEST_CASE("A subscription comes back as it was stored", "[store][push]") {
  Database database(":memory:");
  SubscriptionTable table(database);
  table.add(subscription("a"));

  Subscription stored = table.find("a").value();
  CHECK(stored.id > 0);
  Subscription expected = subscription("a");
  expected.id = stored.id;
  CHECK(stored == expected);

  stored.wanted = false;
  stored.asked_at = Time{2h};
  stored.awaiting = true;
  stored.lease_until = Time{3h};
  stored.next_step = Time{4h};
  stored.failures = 5;
  stored.failure = "the hub answered 500";
  table.save(stored);
  CHECK(table.find(stored.id) == stored);
}

TEST_CASE("What is due is told, the longest overdue first", "[store][push]") {
  Database database(":memory:");
  SubscriptionTable table(database);
  CHECK_FALSE(table.next_step());
  table.add(subscription("later", Time{9h}));
  table.add(subscription("second", Time{2h}));
  table.add(subscription("first", Time{1h}));

  CHECK(table.next_step() == Time{1h});
  const auto due = table.due(Time{5h}, 10);
  REQUIRE(due.size() == 2);
  CHECK(due[0].token == "first");
  CHECK(due[1].token == "second");
  CHECK(table.due(Time{5h}, 1).size() == 1);
}

TEST_CASE("Subscriptions are found by feed, and forgotten", "[store][push]") {
  Database database(":memory:");
  SubscriptionTable table(database);
  table.add(subscription("a"));
  table.add(subscription("b"));
  CHECK(table.of_feed("https://wire.example/rss").size() == 2);
  CHECK(table.of_feed("https://press.example/rss").empty());

  table.forget(table.find("a")->id);
  CHECK_FALSE(table.find("a"));
  REQUIRE(table.all().size() == 1);
  CHECK(table.all()[0].token == "b");
}

TEST_CASE("A token is given once", "[store][push]") {
  Database database(":memory:");
  SubscriptionTable table(database);
  table.add(subscription("a"));
  CHECK_THROWS_AS(table.add(subscription("a")), SQLite::Exception);
}

}  // namespace tipoff
