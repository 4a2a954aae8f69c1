// From the first poll of a feed that names a hub to an alert that no poll has brought.
#include <thread>

#include "catch.h"
#include "fakes/subscribed_newsroom.h"
#include "text/json.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

struct Course : fakes::SubscribedNewsroom {
  std::unique_ptr<Loop> loop;

  Course() { restart(); }
  void restart() {
    loop = std::make_unique<Loop>(Ground{.clock = newsroom.clock,
                                         .transport = newsroom.network,
                                         .mail = newsroom.mail,
                                         .database = *newsroom.database},
                                  *newsroom.assembly);
  }
  /// Some turns, as fast as they go.
  void turns(int count = 6) {
    for (int i = 0; i < count; ++i) loop->turn({}, 10ms);
  }
  /// As a hub that calls another process: the database is seen to have changed.
  PushReceipt push_from_outside(const std::string& body) {
    Database elsewhere(newsroom.assembly->settings.store.string());
    PushCallback serve(elsewhere, newsroom.assembly->settings.store);
    const Subscription to = subscription();
    return serve.receive(to.token,
                         {.content_type = "application/rss+xml",
                          .signature = fakes::hub_signature(to.secret, body),
                          .body = body},
                         newsroom.clock.now());
  }
  [[nodiscard]] std::size_t polls() const {
    std::size_t count = 0;
    for (const Request& request : newsroom.network.asked()) count += request.url == feed ? 1 : 0;
    return count;
  }
};

}  // namespace

TEST_CASE("A feed that names a hub is subscribed to after its first poll", "[loop][push]") {
  Course course;
  course.turns();
  CHECK(course.hub_requests() == 1);
  CHECK(course.subscription().awaiting);
  REQUIRE(course.verify());
}

TEST_CASE("A pushed article makes an event and an alert without a poll", "[loop][push]") {
  Course course;
  course.turns();
  REQUIRE(course.verify());
  const auto polls = course.polls();

  REQUIRE(course.push_from_outside(course.rss(
              course.item("1", "Orbax Controls to acquire Tindle Valves"))) == PushReceipt::stored);
  course.turns();
  course.newsroom.clock.advance(10s);
  std::this_thread::sleep_for(60ms);
  course.turns();

  CHECK(course.polls() == polls);
  CHECK(course.newsroom.stories().size() == 1);
  CHECK(course.newsroom.outbox().size() == 1);
  CHECK(course.loop->totals().pushed == 1);
  CHECK(PushTable(*course.newsroom.database).count() == 0);
}

TEST_CASE("An article that was pushed and is then polled is one", "[loop][push]") {
  Course course;
  course.turns();
  REQUIRE(course.verify());
  const auto item = course.item("1", "Orbax Controls to acquire Tindle Valves");
  REQUIRE(course.push_from_outside(course.rss(item)) == PushReceipt::stored);
  course.turns();
  course.newsroom.answer(course.feed, course.document(item));
  course.newsroom.clock.advance(24h);
  course.turns();
  CHECK(course.polls() == 2);
  CHECK(ArticleTable(*course.newsroom.database).count() == 1);
}

TEST_CASE("What was pushed while no daemon ran is taken in at its start", "[loop][push]") {
  Course course;
  course.turns();
  REQUIRE(course.verify());
  course.loop.reset();
  REQUIRE(course.push_from_outside(course.rss(
              course.item("1", "Orbax Controls to acquire Tindle Valves"))) == PushReceipt::stored);
  course.restart();
  course.turns();
  CHECK(ArticleTable(*course.newsroom.database).count() == 1);
}

TEST_CASE("A push that is no feed is dropped, and the feed stays well", "[loop][push]") {
  Course course;
  course.turns();
  REQUIRE(course.verify());
  REQUIRE(course.push_from_outside("<html>no feed</html>") == PushReceipt::stored);
  course.turns();
  CHECK(PushTable(*course.newsroom.database).count() == 0);
  CHECK(FeedTable(*course.newsroom.database).find(course.feed).failures_in_a_row == 0);
}

TEST_CASE("Behind a hub that sends, polling is slow", "[loop][push]") {
  Course course;
  course.turns();
  REQUIRE(course.verify());
  course.newsroom.clock.advance(1h);
  course.turns();
  REQUIRE(course.polls() == 2);
  CHECK(FeedTable(*course.newsroom.database).find(course.feed).next_due >
        course.newsroom.clock.now() + 100min);
}

TEST_CASE("One pass of --once takes in what was pushed, and asks hubs", "[loop][push]") {
  fakes::SubscribedNewsroom scene;
  scene.newsroom.once();
  CHECK(scene.hub_requests() == 1);
  REQUIRE(scene.verify());
  REQUIRE(scene.push(scene.rss(scene.item("1", "Orbax Controls to acquire Tindle Valves"))) ==
          PushReceipt::stored);
  const auto totals = scene.newsroom.once();
  CHECK(totals.pushed == 1);
  CHECK(totals.articles == 1);
}

}  // namespace tipoff
