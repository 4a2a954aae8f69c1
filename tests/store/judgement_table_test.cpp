// Judgements: what they cover, and what is left when they are taken back.
#include "store/judgement_table.h"

#include "catch.h"
#include "store/story_table.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const Time noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};

Story story_at(Time time, const std::string& rule = "merger.en.agree") {
  Story story;
  story.account = "quarzwerk";
  story.event = "merger";
  story.rule = rule;
  story.happened_at = time;
  return story;
}

struct Store {
  Database database{":memory:"};
  StoryTable stories{database};
  JudgementTable judgements{database};

  std::int64_t add(Story story = story_at(noon)) { return stories.add(story); }

  std::int64_t judge(std::int64_t story, Verdict verdict) {
    const auto shown = stories.find(story).value();
    Judgement judgement;
    judgement.story = story;
    judgement.account = shown.account;
    judgement.rule = shown.rule;
    judgement.happened_at = shown.happened_at;
    judgement.verdict = verdict;
    judgement.reason = "another company";
    judgement.made_at = noon;
    judgement.made_by = "anna";
    const auto id = judgements.add(judgement);
    judgements.cover(id, story);
    return id;
  }
};

void report(Store& store, std::int64_t story, bool ambiguous, std::int64_t article) {
  Report told;
  told.event = "merger";
  told.feed = "https://a.example/rss";
  told.ambiguous = ambiguous;
  told.article = article;
  store.stories.add_report(story, told);
}

}  // namespace

TEST_CASE("A judgement comes back whole, with who took it back and when", "[judgement]") {
  Store store;
  const auto story = store.add();
  const auto id = store.judge(story, Verdict::wrong);
  store.judgements.take_back(id, noon + 1h, "ben");

  const auto judgements = store.judgements.of(story);

  REQUIRE(judgements.size() == 1);
  CHECK(judgements[0].id == id);
  CHECK(judgements[0].story == story);
  CHECK(judgements[0].account == "quarzwerk");
  CHECK(judgements[0].rule == "merger.en.agree");
  CHECK(judgements[0].happened_at == noon);
  CHECK(judgements[0].verdict == Verdict::wrong);
  CHECK(judgements[0].reason == "another company");
  CHECK(judgements[0].made_by == "anna");
  CHECK(judgements[0].undone_at == noon + 1h);
  CHECK(judgements[0].undone_by == "ben");
}

TEST_CASE("The newest judgement that was not taken back stands", "[judgement]") {
  Store store;
  const auto story = store.add();
  (void)store.judge(story, Verdict::wrong);
  CHECK(store.judgements.standing_of(story) == Standing::wrong);
  const auto second = store.judge(story, Verdict::confirmed);
  CHECK(store.judgements.standing_of(story) == Standing::counted);

  store.judgements.take_back(second, noon, "anna");

  CHECK(store.judgements.standing_of(story) == Standing::wrong);
  CHECK(store.judgements.of(story).size() == 2);
}

TEST_CASE("Without a judgement the reports tell: one that is not ambiguous makes a story count",
          "[judgement]") {
  Store store;
  const auto story = store.add();
  CHECK_FALSE(store.judgements.was_judged(story));
  report(store, story, true, 1);
  CHECK(store.judgements.standing_of(story) == Standing::review);
  report(store, story, false, 2);
  CHECK(store.judgements.standing_of(story) == Standing::counted);
}

TEST_CASE("Events of one rule on one account are alike for 30 days, before and after",
          "[judgement]") {
  Store store;
  const auto id = store.judge(store.add(), Verdict::wrong);
  const auto alike = [&](const Story& story) {
    return store.judgements.wrong_like(story).has_value();
  };

  CHECK(alike(story_at(noon + 24h * 30)));
  CHECK(alike(story_at(noon - 24h * 30)));
  CHECK_FALSE(alike(story_at(noon + 24h * 30 + 1s)));
  CHECK_FALSE(alike(story_at(noon, "merger.en.other")));
  auto other = story_at(noon);
  other.account = "velmar";
  CHECK_FALSE(alike(other));

  store.judgements.take_back(id, noon, "anna");
  CHECK_FALSE(alike(story_at(noon)));
}

TEST_CASE("No two events that a person told are alike", "[judgement]") {
  Store store;
  (void)store.judge(store.add(story_at(noon, seller_rule)), Verdict::wrong);
  CHECK_FALSE(store.judgements.wrong_like(story_at(noon, seller_rule)));
}

TEST_CASE("A judgement covers several stories, each once", "[judgement]") {
  Store store;
  const auto first = store.add();
  const auto second = store.add();
  const auto id = store.judge(first, Verdict::wrong);
  store.judgements.cover(id, second);
  store.judgements.cover(id, second);
  CHECK(store.judgements.covered(id) == std::vector<std::int64_t>{first, second});
}

}  // namespace tipoff
