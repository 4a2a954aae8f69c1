// Which feeds are subscribed to, and which no longer.
#include "pipeline/hub_choice.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const Time now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};

struct Desk {
  Database database{":memory:"};
  SubscriptionTable table{database};
  PushSettings settings;
  Feed feed;
  PushLinks links;

  Desk() {
    settings.callback = "https://tipoff.example.com/push";
    feed.url = "https://wire.example/rss";
    links = {.hubs = {"https://hub.example/"}, .self = "https://wire.example/rss"};
  }
  void follow() { follow_hubs(table, feed, links, settings, now); }
  [[nodiscard]] std::size_t wanted() const {
    std::size_t count = 0;
    for (const Subscription& each : table.all()) count += each.wanted ? 1 : 0;
    return count;
  }
};

}  // namespace

TEST_CASE("A feed that names a hub is to be subscribed to, once", "[push]") {
  Desk desk;
  desk.follow();
  desk.follow();
  const auto all = desk.table.all();
  REQUIRE(all.size() == 1);
  CHECK(all[0].hub == "https://hub.example/");
  CHECK(all[0].token.size() == 32);
  CHECK(all[0].secret.size() == 64);
  CHECK(all[0].callback == "https://tipoff.example.com/push/" + all[0].token);
  CHECK(desk.table.due(now, 9).size() == 1);
}

TEST_CASE("Two feeds never share a token or a secret", "[push]") {
  Desk desk;
  desk.follow();
  desk.feed.url = "https://press.example/rss";
  desk.follow();
  const auto all = desk.table.all();
  REQUIRE(all.size() == 2);
  CHECK(all[0].token != all[1].token);
  CHECK(all[0].secret != all[1].secret);
}

TEST_CASE("A feed that moves to another hub leaves the first", "[push]") {
  Desk desk;
  desk.follow();
  desk.links.hubs = {"https://other.example/"};
  desk.follow();
  const auto all = desk.table.all();
  REQUIRE(all.size() == 2);
  CHECK_FALSE(all[0].wanted);
  CHECK(all[1].wanted);
}

TEST_CASE("A feed that names no hub any more is unsubscribed from", "[push]") {
  Desk desk;
  desk.follow();
  desk.links = {};
  desk.follow();
  CHECK(desk.wanted() == 0);
  desk.follow();
  CHECK(desk.table.all().size() == 1);
}

TEST_CASE("Headers speak before the document where they are whole", "[push]") {
  const PushLinks document{.hubs = {"https://a.example/"}, .self = "https://wire.example/a"};
  PushLinks headers{.hubs = {"https://b.example/"}, .self = "https://wire.example/b"};
  CHECK(stronger(headers, document) == headers);
  headers.self.clear();
  CHECK(stronger(headers, document) == document);
}

TEST_CASE("What is no longer polled, or no longer ends here, is ended", "[push]") {
  Desk desk;
  desk.follow();
  end_unwanted(desk.table, {desk.feed.url}, desk.settings, now);
  CHECK(desk.wanted() == 1);
  SECTION("the feed is gone") {
    end_unwanted(desk.table, {}, desk.settings, now);
  }
  SECTION("push is off") {
    end_unwanted(desk.table, {desk.feed.url}, {}, now);
  }
  SECTION("the callback has moved") {
    desk.settings.callback = "https://new.example.com/push";
    end_unwanted(desk.table, {desk.feed.url}, desk.settings, now);
  }
  CHECK(desk.wanted() == 0);
}

TEST_CASE("A feed is pushed while its lease lives", "[push]") {
  Desk desk;
  desk.follow();
  CHECK_FALSE(is_pushed(desk.table, desk.feed.url, now));
  Subscription live = desk.table.all()[0];
  live.lease_until = now + 1h;
  desk.table.save(live);
  CHECK(is_pushed(desk.table, desk.feed.url, now));
  CHECK_FALSE(is_pushed(desk.table, desk.feed.url, now + 1h));
}

}  // namespace tipoff
