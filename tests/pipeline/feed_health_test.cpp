// Health in words, and the judgement on what it is worth.
#include "pipeline/feed_health.h"

#include "catch.h"
#include "fakes/newsroom.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using Worth = FeedWorth::Verdict;

const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

FeedHealth known_for(days age, int articles, int triggers) {
  FeedHealth health;
  health.state.last_attempt = health.state.last_success = noon - 10min;
  health.tally = {.articles = articles, .triggers = triggers, .first_day = noon - age};
  return health;
}

}  // namespace

TEST_CASE("A feed with triggers is worth keeping, a silent one is not", "[feeds][health]") {
  CHECK(worth_keeping(known_for(days{60}, 400, 3), noon) ==
        FeedWorth{Worth::yes, "3 triggers in four weeks"});
  CHECK(worth_keeping(known_for(days{60}, 400, 0), noon) ==
        FeedWorth{Worth::perhaps, "100 articles a week, and no trigger in four weeks"});
  CHECK(worth_keeping(known_for(days{60}, 0, 0), noon) ==
        FeedWorth{Worth::no, "nothing new in four weeks"});
  CHECK(worth_keeping(known_for(days{20}, 40, 0), noon).verdict == Worth::perhaps);
  CHECK(worth_keeping(known_for(days{5}, 40, 0), noon).verdict == Worth::too_early);
  CHECK(worth_keeping(known_for(days{5}, 40, 1), noon).verdict == Worth::yes);
}

TEST_CASE("A feed that fails for days or is gone is not worth keeping", "[feeds][health]") {
  auto health = known_for(days{60}, 400, 3);
  health.state.failures_in_a_row = 5;
  health.failing_since = noon - days{4};
  CHECK(worth_keeping(health, noon) == FeedWorth{Worth::no, "it has failed for 4 days"});
  health.failing_since = noon - 4h;
  CHECK(worth_keeping(health, noon).verdict == Worth::yes);
  health.state.parked = true;
  CHECK(worth_keeping(health, noon).verdict == Worth::no);
}

TEST_CASE("Articles a week are counted over the time that the feed is known", "[feeds][health]") {
  CHECK(articles_per_week(known_for(days{60}, 40, 0).tally, noon) == 10.0);
  CHECK(articles_per_week(known_for(days{14}, 40, 0).tally, noon) == 20.0);
  CHECK_FALSE(articles_per_week(known_for(days{0}, 40, 0).tally, noon));
  CHECK_FALSE(articles_per_week(FeedTally{}, noon));
}

TEST_CASE("Health is a sentence", "[feeds][health]") {
  FeedHealth health;
  CHECK(health_sentence(health, noon) == "not asked yet");
  health = known_for(days{3}, 1, 0);
  CHECK(health_sentence(health, noon) == "well");
  health.state.failures_in_a_row = 5;
  health.state.failure = "the server answered 503";
  health.failing_since = noon - days{3};
  CHECK(health_sentence(health, noon) ==
        "failing for 3 days (5 in a row): the server answered 503");
  health.state.parked = true;
  CHECK(health_sentence(health, noon) == "gone: not asked any more");
}

TEST_CASE("The next try lies in the feed's poll window, also of one never asked",
          "[feeds][health]") {
  FeedHealth health;
  CHECK(next_try_of(health, noon) == noon);
  health.feed.window = parse_week_window("20:00-22:00").value();  // UTC
  CHECK(next_try_of(health, noon) == noon + 8h);
  health.state.last_attempt = noon - 1h;
  health.state.next_due = noon - 10min;
  CHECK(next_try_of(health, noon) == noon + 8h);
  health.state.next_due = noon + 9h;
  CHECK(next_try_of(health, noon) == noon + 9h);
}

TEST_CASE("Spans are told roughly", "[feeds][health]") {
  CHECK(rough_span(30s) == "a moment");
  CHECK(rough_span(5min) == "5 min");
  CHECK(rough_span(47h) == "47 h");
  CHECK(rough_span(days{12} + 5h) == "12 days");
  CHECK(rough_span(-5s) == "a moment");
}

TEST_CASE("Health comes from lists and store alone", "[feeds][health]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  Response broken;
  broken.status = 503;
  newsroom.answer("https://press.example/rss", broken);
  newsroom.feed("https://wire.example/rss",
                {{.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 2h}});
  newsroom.once();
  const auto reading = feed_health(newsroom.assembly->settings, newsroom.clock.now());
  REQUIRE(reading.feeds.size() == 2);
  CHECK(reading.feeds[0].number == 1);
  CHECK(reading.feeds[0].tally.triggers == 1);
  CHECK(reading.feeds[0].tally.articles == 0);  // the first fetch is no measure
  CHECK_FALSE(is_failing(reading.feeds[0]));
  CHECK(is_failing(reading.feeds[1]));
  CHECK(reading.feeds[1].failing_since == newsroom.clock.now());

  newsroom.feed("https://wire.example/rss", {{.id = "2", .title = "Something else", .age = 1h}});
  newsroom.once();
  const auto later = feed_health(newsroom.assembly->settings, newsroom.clock.now());
  CHECK(later.feeds[0].tally.articles == 1);
  const auto json = to_json(later.feeds[1], newsroom.clock.now());
  CHECK(json["failures_in_a_row"] == 2);
  CHECK(json["worth_keeping"]["verdict"] == "too_early");
  CHECK(json["articles_per_week"].is_null());
}

}  // namespace tipoff
