// Reports by article, rewritten and removed.
#include "store/report_table.h"

#include "catch.h"
#include "store/judgement_table.h"
#include "store/story_table.h"

namespace tipoff {
namespace {

struct Store {
  Database database{":memory:"};
  StoryTable stories{database};
  ReportTable reports{database};

  std::int64_t add(const std::vector<std::int64_t>& articles) {
    Story story;
    story.account = "quarzwerk";
    story.event = "merger";
    story.feeds = {"https://a.example/rss"};
    const auto id = stories.add(story);
    for (const auto article : articles) {
      Report report;
      report.event = "merger";
      report.rule = "old";
      report.title = "Quarzwerk to merge";
      report.feed = "https://a.example/rss";
      report.article = article;
      stories.add_report(id, report);
    }
    return id;
  }
};

}  // namespace

TEST_CASE("Reports are found by their article, those of a person never", "[report_table]") {
  Store store;
  const auto first = store.add({7, 0});
  const auto second = store.add({7, 8});

  const auto found = store.reports.of_article(7);

  REQUIRE(found.size() == 2);
  CHECK(found[0].story == first);
  CHECK(found[1].story == second);
  CHECK(found[0].report.account == "quarzwerk");
  CHECK(found[0].report.feed == "https://a.example/rss");
  CHECK(store.reports.of_article(0).empty());
}

TEST_CASE("A replaced report says what the rules say now, and keeps its article's words",
          "[report_table]") {
  Store store;
  const auto story = store.add({7, 8});
  Report report = store.reports.of_article(7)[0].report;
  report.rule = "new";
  report.role = Role::target;
  report.certainty = Certainty::completed;
  report.title = "not stored";

  store.reports.replace(story, report);

  const auto told = store.stories.reports(story);
  CHECK(told[0].rule == "new");
  CHECK(told[0].role == Role::target);
  CHECK(told[0].certainty == Certainty::completed);
  CHECK(told[0].title == "Quarzwerk to merge");
  CHECK(told[1].rule == "old");
}

TEST_CASE("A removed story takes its reports and owed changes with it", "[report_table]") {
  Store store;
  const auto story = store.add({7, 8});
  const auto other = store.add({9});
  store.stories.owe({.story = story, .previous = std::nullopt, .alertable = true});
  store.reports.remove(other, 9);
  CHECK(store.reports.of_article(9).empty());

  store.reports.remove_story(story);

  CHECK_FALSE(store.stories.find(story));
  CHECK(store.reports.of_article(7).empty());
  CHECK_FALSE(store.stories.owes_changes());
  CHECK(store.stories.find(other));
}

TEST_CASE("A story that was judged cannot be removed", "[report_table]") {
  Store store;
  const auto story = store.add({7});
  JudgementTable judgements(store.database);
  Judgement judgement;
  judgement.story = story;
  judgements.cover(judgements.add(judgement), story);
  CHECK_THROWS_AS(store.reports.remove_story(story), SQLite::Exception);
}

}  // namespace tipoff
