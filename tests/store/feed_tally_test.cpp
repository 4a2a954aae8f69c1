#include "store/feed_tally.h"

#include "catch.h"
#include "store/story_table.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;
const std::string wire = "https://wire.example/rss";

std::int64_t told(Database& database, std::string account, Time published,
                  Standing standing = Standing::counted) {
  StoryTable stories(database);
  Story story;
  story.account = account;
  story.standing = standing;
  story.id = stories.add(story);
  Report report;
  report.account = account;
  report.feed = wire;
  report.article = story.id;
  report.published = published;
  report.seen_at = noon;
  stories.add_report(story.id, report);
  return story.id;
}

}  // namespace

TEST_CASE("Articles are counted by day, and old days fall out", "[store][feeds]") {
  Database database(":memory:");
  FeedTallyTable tallies(database);
  tallies.add(wire, noon - std::chrono::days{40}, 0);
  tallies.add(wire, noon - std::chrono::days{30}, 100);
  tallies.add(wire, noon - 2h, 3);
  tallies.add(wire, noon, 4);
  const auto all = tallies.all(noon);
  REQUIRE(all.contains(wire));
  CHECK(all.at(wire).articles == 7);
  CHECK(all.at(wire).first_day ==
        std::chrono::floor<std::chrono::days>(noon - std::chrono::days{40}));
}

TEST_CASE("Events count once each, old and wrong ones not", "[store][feeds]") {
  Database database(":memory:");
  const FeedTallyTable tallies(database);
  const auto story = told(database, "orbax", noon - 24h);
  Report again;
  again.account = "orbax";
  again.feed = wire;
  again.article = 99;
  again.seen_at = noon;
  StoryTable(database).add_report(story, again);
  told(database, "velmar", noon - std::chrono::days{60});
  told(database, "cassia", noon - 24h, Standing::wrong);
  CHECK(tallies.all(noon).at(wire).triggers == 1);
}

}  // namespace tipoff
