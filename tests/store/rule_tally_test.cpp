// What each rule has found.
#include "store/rule_tally.h"

#include "catch.h"
#include "store/judgement_table.h"
#include "store/story_table.h"

namespace tipoff {
namespace {

std::int64_t told(StoryTable& stories, Standing standing, const std::vector<std::string>& rules) {
  Story story;
  story.account = "quarzwerk";
  story.event = "merger";
  story.standing = standing;
  const auto id = stories.add(story);
  static std::int64_t article = 0;
  for (const std::string& rule : rules) {
    Report report;
    report.event = "merger";
    report.rule = rule;
    report.feed = "https://a.example/rss";
    report.article = ++article;
    stories.add_report(id, report);
  }
  return id;
}

}  // namespace

TEST_CASE("Reports and events are counted for every rule that told them", "[rule_tally]") {
  Database database(":memory:");
  StoryTable stories(database);
  told(stories, Standing::counted, {"a", "a", "b"});
  told(stories, Standing::wrong, {"a"});
  told(stories, Standing::review, {"a"});
  const auto right = told(stories, Standing::counted, {"b"});
  JudgementTable judgements(database);
  Judgement judgement;
  judgement.story = right;
  judgement.verdict = Verdict::confirmed;
  judgements.cover(judgements.add(judgement), right);

  const auto tallies = rule_tallies(database);

  REQUIRE(tallies.size() == 2);
  CHECK(
      tallies[0] ==
      RuleTally{.rule = "a", .reports = 4, .stories = 3, .waiting = 1, .confirmed = 0, .wrong = 1});
  CHECK(
      tallies[1] ==
      RuleTally{.rule = "b", .reports = 2, .stories = 2, .waiting = 0, .confirmed = 1, .wrong = 0});
}

TEST_CASE("An empty store has no tallies", "[rule_tally]") {
  Database database(":memory:");
  CHECK(rule_tallies(database).empty());
}

}  // namespace tipoff
