// tipoff rule list --stats.
#include "cli/rule_stats_command.h"

#include "catch.h"
#include "fakes/changed_rules.h"
#include "fakes/desk_fixture.h"
#include "pipeline/feedback.h"

namespace tipoff {

TEST_CASE("Every rule has its hits, those marked wrong, and a precision with its interval",
          "[rule_stats]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  const auto story = newsroom.stories()[0];

  fakes::CommandRun before(newsroom);
  CHECK(rule_stats_command(before.desk, {}) == 0);
  CHECK_THAT(before.out.str(), Catch::Contains(story.rule) && Catch::Contains("1.00 [0.21, 1.00]"));

  REQUIRE(mark_wrong(*newsroom.database, story.id, {}));
  fakes::CommandRun after(newsroom);
  CHECK(rule_stats_command(after.desk, {}) == 0);
  CHECK_THAT(after.out.str(), Catch::Contains("0.00 [0.00, 0.79]"));
}

TEST_CASE("A rule that is gone is marked so, one that found nothing is counted", "[rule_stats]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  fakes::change_rules(newsroom, fakes::word_rule("valves", "product_launch", "valves"));
  fakes::CommandRun run(newsroom);
  CHECK(rule_stats_command(run.desk, {}) == 0);
  CHECK_THAT(run.out.str(),
             Catch::Contains("(gone) ") && Catch::Contains("1 rule has found nothing yet"));
}

}  // namespace tipoff
