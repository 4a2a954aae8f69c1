// Reports on their way into the stories.
#include "pipeline/take_report.h"

#include "catch.h"
#include "cluster/report_of.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

struct Store {
  Database database{":memory:"};
  StoryTable stories{database};
  JudgementTable judgements{database};

  TakenReport take(Report report) {
    report.article = ++articles;
    return take_report(stories, judgements, report);
  }
  std::int64_t articles = 0;
};

}  // namespace

TEST_CASE("A first report makes a story, a second source joins it, and a completion moves it on",
          "[take_report]") {
  Store store;
  const auto first = store.take(fakes::report_of("Quarzwerk buys Lindholm"));
  CHECK(first.is_event);

  auto again = fakes::report_of("Quarzwerk buys Lindholm");
  again.feed = "https://b.example/rss";
  const auto second = store.take(again);
  CHECK(second.story == first.story);
  CHECK_FALSE(second.is_event);

  auto done = fakes::report_of("Quarzwerk completes purchase of Lindholm", fakes::monday + 24h);
  done.certainty = Certainty::completed;
  CHECK(store.take(done).is_event);
  CHECK(store.stories.find(first.story)->certainty == Certainty::completed);
  CHECK(store.stories.reports(first.story).size() == 3);
}

TEST_CASE("A new story that is like one judged wrong is wrong too, and the judgement covers it",
          "[take_report]") {
  Store store;
  const auto first = store.take(fakes::report_of("Quarzwerk buys Lindholm"));
  const auto shown = store.stories.find(first.story).value();
  Judgement judgement;
  judgement.story = shown.id;
  judgement.account = shown.account;
  judgement.rule = shown.rule;
  judgement.happened_at = shown.happened_at;
  judgement.verdict = Verdict::wrong;
  const auto id = store.judgements.add(judgement);

  const auto alike =
      store.take(fakes::report_of("Quarzwerk snaps up Ordenau Glass", fakes::monday + 24h));
  const auto later = store.take(
      fakes::report_of("Quarzwerk takes over Pellworm Ceramics", fakes::monday + 24h * 40));

  REQUIRE(alike.story != first.story);
  CHECK(store.stories.find(alike.story)->standing == Standing::wrong);
  CHECK(store.judgements.covered(id) == std::vector{alike.story});
  CHECK(store.stories.find(later.story)->standing == Standing::counted);
}

TEST_CASE("A wrong story takes its repetitions in, and stays wrong", "[take_report]") {
  Store store;
  const auto first = store.take(fakes::report_of("Quarzwerk buys Lindholm"));
  store.stories.set_standing(first.story, Standing::wrong);
  auto again = fakes::report_of("Quarzwerk buys Lindholm");
  again.feed = "https://b.example/rss";

  CHECK(store.take(again).story == first.story);

  CHECK(store.stories.find(first.story)->standing == Standing::wrong);
  CHECK(store.stories.find(first.story)->sources == 2);
}

}  // namespace tipoff
