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
  std::unique_ptr<Poller> poller;
  std::unique_ptr<Subscriber> subscriber;

  explicit Asking(const std::string& push = fakes::SubscribedNewsroom::callback_line())
      : scene(push) {
    restart();
  }
  void restart() {
    poller = std::make_unique<Poller>(scene.newsroom.network, *scene.newsroom.assembly,
                                      *scene.newsroom.database, scene.newsroom.clock.now());
    subscriber = std::make_unique<Subscriber>(scene.newsroom.network, *scene.newsroom.assembly,
                                              *scene.newsroom.database, *poller);
  }
  void add(const std::string& token, const std::string& feed = fakes::SubscribedNewsroom::feed,
           const std::string& hub = fakes::SubscribedNewsroom::hub) {
    Subscription added;
    added.feed = feed;
    added.hub = hub;
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
  for (const char* token : {"a", "b", "c", "d", "e", "f"}) {
    const std::string hub = "https://hub-" + std::string(token) + ".example/";
    asking.scene.newsroom.network.answer(hub, 202, "");
    asking.add(token, fakes::SubscribedNewsroom::feed, hub);
  }
  const auto asked = [&] { return asking.scene.newsroom.network.asked().size(); };
  asking.subscriber->start_due(asking.scene.newsroom.clock.now());
  CHECK(asking.subscriber->on_the_way() == 4);
  CHECK_FALSE(asking.subscriber->next_due());
  asking.subscriber->start_due(asking.scene.newsroom.clock.now());
  CHECK(asked() == 4);

  asking.go();
  asking.go();
  CHECK(asked() == 6);
}

TEST_CASE("One hub is asked by so many at once as any host, and holds up no other", "[push]") {
  Asking asking;
  for (int i = 0; i < 100; ++i) asking.add("a" + std::to_string(i));
  asking.add("b", fakes::SubscribedNewsroom::feed, "https://other.example/");
  asking.scene.newsroom.network.answer("https://other.example/", 202, "");
  asking.subscriber->start_due(asking.scene.newsroom.clock.now());
  CHECK(asking.scene.hub_requests() == 2);
  CHECK((!asking.subscriber->next_due() ||
         *asking.subscriber->next_due() > asking.scene.newsroom.clock.now()));
  for (int i = 0; i < 60; ++i) asking.go();
  CHECK(asking.scene.hub_requests() == 100);
  CHECK(asking.scene.newsroom.network.asked().size() == 101);
}

TEST_CASE("A hub's host is asked within the limits of hosts, and its Retry-After holds feeds too",
          "[push][polite]") {
  Asking asking;
  fakes::SubscribedNewsroom& scene = asking.scene;
  const std::string hub = "https://wire.example/hub";  // where the feed is, too
  scene.newsroom.network.answer(hub, 429, "", {{"retry-after", "7200"}});
  asking.add("a", fakes::SubscribedNewsroom::feed, hub);
  asking.add("b", "https://press.example/rss", hub);
  asking.add("c", fakes::SubscribedNewsroom::feed, hub);
  asking.subscriber->start_due(scene.newsroom.clock.now());
  CHECK(asking.subscriber->on_the_way() == 2);
  asking.poller->start_due(scene.newsroom.clock.now());
  for (const Request& request : scene.newsroom.network.asked())
    CHECK(request.url != fakes::SubscribedNewsroom::feed);  // its host is full

  scene.newsroom.network.turn(0ms, {});
  asking.subscriber->record(scene.newsroom.clock.now());
  asking.poller->start_due(scene.newsroom.clock.now());
  asking.subscriber->start_due(scene.newsroom.clock.now());
  for (const Request& request : scene.newsroom.network.asked())
    CHECK(request.url != fakes::SubscribedNewsroom::feed);  // its host is held
  CHECK(asking.subscriber->on_the_way() == 0);
  CHECK(asking.subscriber->next_due() == scene.newsroom.clock.now() + 2h);
  CHECK(asking.poller->next_due() == scene.newsroom.clock.now() + 2h);

  asking.restart();
  asking.subscriber->start_due(scene.newsroom.clock.now());
  CHECK(asking.subscriber->on_the_way() == 0);
  scene.newsroom.clock.advance(2h);
  asking.subscriber->start_due(scene.newsroom.clock.now());
  CHECK(asking.subscriber->on_the_way() == 2);
}

TEST_CASE("Feeds go on when the hub that filled their host has answered", "[push]") {
  Asking asking;
  fakes::SubscribedNewsroom& scene = asking.scene;
  const std::string hub = "https://wire.example/hub";
  scene.newsroom.network.answer(hub, 202, "");
  for (const char* token : {"a", "b"}) asking.add(token, fakes::SubscribedNewsroom::feed, hub);
  asking.subscriber->start_due(scene.newsroom.clock.now());
  asking.poller->start_due(scene.newsroom.clock.now());
  scene.newsroom.network.turn(0ms, {});
  scene.newsroom.network.forget_asked();
  asking.poller->start_due(scene.newsroom.clock.now());
  REQUIRE(scene.newsroom.network.asked().size() == 1);
  CHECK(scene.newsroom.network.asked()[0].url == fakes::SubscribedNewsroom::feed);
}

TEST_CASE("Requests to hubs are paid from their host's daily budget, over restarts too",
          "[push][polite]") {
  Asking asking(fakes::SubscribedNewsroom::callback_line() + "[fetch]\nhost_budget = 24\n");
  const Time begin = asking.scene.newsroom.clock.now();
  for (int i = 0; i < 60; ++i) asking.add("a" + std::to_string(i));
  for (int quarter = 0; quarter < 4 * 24; ++quarter) {
    for (int i = 0; i < 4; ++i) asking.go();
    if (quarter % 8 == 0) asking.restart();
    asking.scene.newsroom.clock.advance(15min);
    asking.subscriber->look_again();
  }
  CHECK(asking.scene.newsroom.clock.now() == begin + 24h);
  CHECK(asking.scene.hub_requests() <= 24);
  CHECK(asking.scene.hub_requests() >= 20);
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
