// Who hears of a feed that fails, and when.
#include "pipeline/feed_alarm.h"

#include "catch.h"
#include "fakes/newsroom.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

const std::string wire = "https://wire.example/rss";
const std::string press = "https://press.example/rss";

/// Two feeds, a channel, and answers as they come.
struct AlarmDesk {
  explicit AlarmDesk(const std::string& more = "")
      : newsroom(more, fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()),
        alarm(*newsroom.assembly, *newsroom.database) {}

  void fails(const std::string& url, Time now, bool gone = false) {
    FeedState after = states[url];
    ++after.failures_in_a_row;
    after.failure = "the server answered 503";
    after.parked = gone;
    after.next_due = now + 1h;
    answer(url, after, now);
  }
  void answers(const std::string& url, Time now) {
    FeedState after;
    after.last_success = now;
    answer(url, after, now);
  }
  void answer(const std::string& url, const FeedState& after, Time now) {
    Feed feed;
    feed.url = url;
    feed.title = "Wire";
    if (url.find("/search") != std::string::npos) feed.searched_account = "orbax";
    alarm.note(feed, states[url], after, now);
    states[url] = after;
  }
  [[nodiscard]] std::vector<std::string> causes() {
    std::vector<std::string> causes;
    for (const auto& message : newsroom.outbox()) causes.push_back(message.cause);
    return causes;
  }

  fakes::Newsroom newsroom;
  FeedAlarm alarm;
  std::map<std::string, FeedState> states;
  Time noon = newsroom.clock.now();
};

void delivered(fakes::Newsroom& newsroom) {
  OutboxTable outbox(*newsroom.database);
  for (auto message : newsroom.outbox()) {
    message.state = "delivered";
    message.attempts = 1;
    outbox.record(message);
  }
}

}  // namespace

TEST_CASE("A feed that fails for a day is told once, and its return once", "[feeds][alarm]") {
  AlarmDesk desk;
  for (const auto after : {0h, 1h, 3h, 7h, 15h}) desk.fails(wire, desk.noon + after);
  desk.answers(press, desk.noon + 20h);
  CHECK(desk.causes().empty());

  desk.fails(wire, desk.noon + 31h);
  desk.fails(wire, desk.noon + 55h);
  const std::string since = "feed:" + wire + ":2026-03-02T08:00:00Z:";
  CHECK(desk.causes() == std::vector{since + "failing"});
  delivered(desk.newsroom);

  desk.answers(wire, desk.noon + 60h);
  desk.answers(wire, desk.noon + 61h);
  CHECK(desk.causes() == std::vector{since + "failing", since + "recovered"});
}

TEST_CASE("A feed that was away for short is told by nobody", "[feeds][alarm]") {
  AlarmDesk desk;
  desk.fails(wire, desk.noon);
  desk.fails(wire, desk.noon + 30h);  // long enough, but only the second time
  desk.answers(wire, desk.noon + 31h);
  CHECK(desk.causes().empty());
}

TEST_CASE("The rule is the configuration's", "[feeds][alarm]") {
  AlarmDesk desk("[feeds]\nalert_after_failures = 1\nalert_after = \"0s\"\n");
  desk.fails(wire, desk.noon);
  CHECK(desk.causes().size() == 1);
}

TEST_CASE("A feed that is gone for good is told at once", "[feeds][alarm]") {
  AlarmDesk desk;
  desk.answers(press, desk.noon);
  desk.fails(wire, desk.noon + 1h, true);
  REQUIRE(desk.causes().size() == 1);
  CHECK_THAT(desk.newsroom.outbox()[0].body, Catch::Contains("\"gone\":true"));
}

TEST_CASE("A message that was not sent yet is taken back when the feed is back", "[feeds][alarm]") {
  AlarmDesk desk("[feeds]\nalert_after_failures = 1\nalert_after = \"0s\"\n");
  desk.fails(wire, desk.noon);
  desk.answers(wire, desk.noon + 1h);
  CHECK(desk.causes().empty());
}

TEST_CASE("While nothing answers, one message tells it for all", "[feeds][alarm]") {
  AlarmDesk desk("[feeds]\nalert_after_failures = 1\nalert_after = \"1h\"\n");
  for (const auto after : {0h, 2h, 4h}) {
    desk.fails(wire, desk.noon + after);
    desk.fails(press, desk.noon + after);
  }
  REQUIRE(desk.causes().size() == 1);
  CHECK_THAT(desk.newsroom.outbox()[0].body, Catch::Contains("\"nothing_answers\":true"));

  desk.answers(wire, desk.noon + 6h);
  desk.fails(press, desk.noon + 8h);
  CHECK(desk.causes() ==
        std::vector<std::string>{"feed:" + press + ":2026-03-02T08:00:00Z:failing"});
}

TEST_CASE("News searches are one source for each host", "[feeds][alarm]") {
  AlarmDesk desk("[feeds]\nalert_after_failures = 1\nalert_after = \"1h\"\n");
  const std::string search = "https://news.example/search?q=";
  for (int account = 0; account < 50; ++account)
    for (const auto after : {0h, 2h})
      desk.fails(search + std::to_string(account), desk.noon + after);
  REQUIRE(desk.causes().size() == 1);
  CHECK_THAT(desk.newsroom.outbox()[0].body, Catch::Contains("https://news.example/\""));
  delivered(desk.newsroom);
  desk.answers(search + "7", desk.noon + 3h);
  CHECK(desk.causes().size() == 2);
}

TEST_CASE("Trouble is remembered across a restart", "[feeds][alarm]") {
  AlarmDesk desk("[feeds]\nalert_after_failures = 1\nalert_after = \"1h\"\n");
  desk.fails(wire, desk.noon);
  FeedAlarm again(*desk.newsroom.assembly, *desk.newsroom.database);
  Feed feed;
  feed.url = wire;
  FeedState state;
  state.failures_in_a_row = 2;
  again.note(feed, desk.states[wire], state, desk.noon + 2h);
  CHECK(desk.causes().size() == 1);
}

}  // namespace tipoff
