#include "pipeline/poller.h"

#include "catch.h"
#include "fakes/newsroom.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

/// Takes in what arrived, as the loop does.
void take(Poller& poller, fakes::Newsroom& newsroom) {
  Ingest ingest(*newsroom.assembly, *newsroom.database);
  std::vector<FeedState> states;
  for (const FeedAnswer& answer : poller.answers())
    states.push_back(ingest.take(answer, 0, newsroom.clock.now()).state);
  poller.remember_hosts(newsroom.clock.now());
  poller.taken(states, newsroom.clock.now());
}

}  // namespace

TEST_CASE("A feed is asked when it is due, and not before", "[poller]") {
  fakes::Newsroom newsroom;
  auto transaction = newsroom.database->begin();
  Poller poller(newsroom.network, *newsroom.assembly, *newsroom.database, newsroom.clock.now());
  poller.start_due(newsroom.clock.now());
  CHECK(poller.on_the_way() == 2);
  newsroom.network.turn(0ms, {});
  take(poller, newsroom);
  CHECK(poller.idle());
  newsroom.network.forget_asked();

  newsroom.clock.advance(10min);
  poller.start_due(newsroom.clock.now());
  CHECK(newsroom.network.asked().empty());
  REQUIRE(poller.next_due());
  CHECK(*poller.next_due() > newsroom.clock.now());

  newsroom.clock.advance(25min);
  poller.start_due(newsroom.clock.now());
  CHECK(newsroom.network.asked().size() == 2);
}

TEST_CASE("A busy host is asked by so many feeds at once, and the rest wait behind it",
          "[poller]") {
  std::string more = "[fetch]\nper_host = 2\n";
  for (int i = 0; i < 5; ++i)
    more += "[[feeds.feed]]\nurl = \"https://busy.example/" + std::to_string(i) + "\"\n";
  fakes::Newsroom newsroom(more);
  for (int i = 0; i < 5; ++i) newsroom.feed("https://busy.example/" + std::to_string(i), {});
  auto transaction = newsroom.database->begin();
  Poller poller(newsroom.network, *newsroom.assembly, *newsroom.database, newsroom.clock.now());

  poller.start_due(newsroom.clock.now());
  CHECK(poller.on_the_way() == 4);  // two of the busy host, and the two others
  CHECK_FALSE(poller.idle());

  std::size_t most = 0;
  for (int turn = 0; turn < 10 && !poller.idle(); ++turn) {
    newsroom.network.turn(0ms, {});
    take(poller, newsroom);
    most = std::max(most, poller.on_the_way());
  }
  CHECK(poller.idle());
  CHECK(most <= 2);
  CHECK(newsroom.network.asked().size() == 7);
}

TEST_CASE("Retry-After of one feed holds all feeds of its host, over a restart too", "[poller]") {
  fakes::Newsroom newsroom("[[feeds.feed]]\nurl = \"https://wire.example/second\"\n");
  Response busy;
  busy.status = 429;
  busy.headers = {{"retry-after", "7200"}};
  newsroom.answer("https://wire.example/rss", busy);
  newsroom.feed("https://wire.example/second", {});
  auto transaction = newsroom.database->begin();
  {
    Poller poller(newsroom.network, *newsroom.assembly, *newsroom.database, newsroom.clock.now());
    poller.start_due(newsroom.clock.now());
    newsroom.network.turn(0ms, {});
    take(poller, newsroom);
  }
  newsroom.network.forget_asked();
  newsroom.clock.advance(1h);
  Poller restarted(newsroom.network, *newsroom.assembly, *newsroom.database, newsroom.clock.now());

  restarted.start_due(newsroom.clock.now());

  REQUIRE(newsroom.network.asked().size() == 1);
  CHECK(newsroom.network.asked()[0].url == "https://press.example/rss");

  newsroom.clock.advance(61min);
  restarted.start_due(newsroom.clock.now());
  CHECK(newsroom.network.asked().size() >= 3);
}

TEST_CASE("One pass asks what was due at its start, and nothing that comes due later", "[poller]") {
  fakes::Newsroom newsroom;
  FeedState later;
  later.next_due = newsroom.clock.now() + 5s;
  auto transaction = newsroom.database->begin();
  FeedTable(*newsroom.database).save("https://press.example/rss", later);
  Poller poller(newsroom.network, *newsroom.assembly, *newsroom.database, newsroom.clock.now());
  poller.only_due(newsroom.clock.now());
  newsroom.clock.advance(10s);

  poller.start_due(newsroom.clock.now());

  REQUIRE(newsroom.network.asked().size() == 1);
  CHECK(newsroom.network.asked()[0].url == "https://wire.example/rss");
  CHECK_FALSE(poller.next_due());
}

}  // namespace tipoff
