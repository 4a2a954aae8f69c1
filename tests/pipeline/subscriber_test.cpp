// What hubs are asked, and when.
#include "pipeline/subscriber.h"

#include "catch.h"
#include "fakes/subscribed_newsroom.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

/// A subscriber at work as the loop sets it to work.
struct Asking {
  fakes::SubscribedNewsroom scene;
  std::unique_ptr<Subscriber> subscriber;

  explicit Asking(const std::string& push = fakes::SubscribedNewsroom::callback_line())
      : scene(push) {
    restart();
  }
  void restart() {
    subscriber = std::make_unique<Subscriber>(scene.newsroom.network, *scene.newsroom.assembly,
                                              *scene.newsroom.database);
  }
  void add(const std::string& token, const std::string& feed = fakes::SubscribedNewsroom::feed) {
    Subscription added;
    added.feed = feed;
    added.hub = fakes::SubscribedNewsroom::hub;
    added.topic = feed;
    added.token = token;
    added.callback = "https://tipoff.example.com/push/" + token;
    added.secret = "secret";
    scene.table.add(added);
    subscriber->look_again();
  }
  void go() {
    const Time now = scene.newsroom.clock.now();
    subscriber->start_due(now);
    scene.newsroom.network.turn(0ms, {});
    subscriber->record(now);
  }
};

}  // namespace

TEST_CASE("A subscription that is due is asked for once, and stored before it is", "[push]") {
  Asking asking;
  asking.add("a");
  asking.subscriber->start_due(asking.scene.newsroom.clock.now());
  CHECK(asking.scene.subscription().awaiting);
  CHECK(asking.subscriber->on_the_way() == 1);

  asking.go();
  asking.go();
  CHECK(asking.scene.hub_requests() == 1);
  CHECK(asking.subscriber->on_the_way() == 0);
  CHECK(asking.subscriber->next_due() == asking.scene.newsroom.clock.now() + verification_patience);
}

TEST_CASE("A hub that refuses is asked again later, with the reason kept", "[push]") {
  Asking asking;
  asking.scene.newsroom.network.answer(fakes::SubscribedNewsroom::hub, 500, "");
  asking.add("a");
  asking.go();
  CHECK(asking.scene.subscription().failure == "the hub answered 500");
  asking.scene.newsroom.clock.advance(5min);
  asking.go();
  CHECK(asking.scene.hub_requests() == 2);
}

TEST_CASE("A few hubs are asked at once, the others wait for them", "[push]") {
  Asking asking;
  for (const char* token : {"a", "b", "c", "d", "e", "f"}) asking.add(token);
  asking.subscriber->start_due(asking.scene.newsroom.clock.now());
  CHECK(asking.subscriber->on_the_way() == 4);
  CHECK_FALSE(asking.subscriber->next_due());
  asking.subscriber->start_due(asking.scene.newsroom.clock.now());
  CHECK(asking.scene.hub_requests() == 4);

  asking.go();
  asking.go();
  CHECK(asking.scene.hub_requests() == 6);
}

TEST_CASE("A lease is renewed before it ends", "[push]") {
  Asking asking;
  asking.add("a");
  asking.go();
  REQUIRE(asking.scene.verify("86400"));
  asking.subscriber->look_again();
  asking.go();
  CHECK(asking.subscriber->next_due() == asking.scene.newsroom.clock.now() + 18h);
  asking.scene.newsroom.clock.advance(18h);
  asking.go();
  CHECK(asking.scene.hub_requests() == 2);
  CHECK(is_live(asking.scene.subscription(), asking.scene.newsroom.clock.now()));
}

TEST_CASE("Where push is switched off, hubs are told to send no longer", "[push]") {
  Asking asking("");
  asking.add("a");
  Subscription live = asking.scene.subscription();
  live.lease_until = asking.scene.newsroom.clock.now() + 24h;
  asking.scene.table.save(live);
  asking.go();
  REQUIRE(asking.scene.hub_requests() == 1);
  CHECK_THAT(asking.scene.newsroom.network.asked().back().body,
             Catch::StartsWith("hub.mode=unsubscribe&"));
  CHECK(asking.scene.verify());
  CHECK(asking.scene.table.all().empty());
}

TEST_CASE("A feed that is no longer polled is unsubscribed from, or forgotten", "[push]") {
  Asking asking;
  asking.add("never-verified", "https://gone.example/rss");
  asking.go();
  CHECK(asking.scene.hub_requests() == 0);
  CHECK(asking.scene.table.all().empty());
}

TEST_CASE("A verification that nobody answered for is asked for again after a restart", "[push]") {
  Asking asking;
  asking.add("a");
  asking.subscriber->start_due(asking.scene.newsroom.clock.now());
  asking.restart();
  asking.scene.newsroom.clock.advance(10min);
  asking.subscriber->start_due(asking.scene.newsroom.clock.now());
  CHECK(asking.scene.hub_requests() == 2);
}

}  // namespace tipoff
