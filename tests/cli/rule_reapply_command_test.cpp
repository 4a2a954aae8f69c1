// tipoff rule reapply: shown first, done with --yes.
#include "cli/rule_reapply_command.h"

#include "catch.h"
#include "fakes/changed_rules.h"
#include "fakes/desk_fixture.h"

namespace tipoff {

TEST_CASE("What would change is shown, and changed only with --yes", "[rule_reapply]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  fakes::change_rules(newsroom, fakes::word_rule("valves", "product_launch", "Tindle Valves"));

  fakes::CommandRun shown(newsroom);
  CHECK(rule_reapply_command(shown.desk, {.yes = false}) == 0);
  CHECK_THAT(shown.out.str(),
             Catch::Contains("+ orbax product_launch") && Catch::Contains("- orbax acquisition") &&
                 Catch::Contains("1 articles read again: 1 events gained, 1 lost, 0 changed") &&
                 Catch::Contains("--yes"));
  CHECK(newsroom.stories().at(0).event == "acquisition");

  fakes::CommandRun done(newsroom);
  CHECK(rule_reapply_command(done.desk, {.yes = true}) == 0);
  REQUIRE(newsroom.stories().size() == 1);
  CHECK(newsroom.stories()[0].event == "product_launch");
  CHECK(newsroom.list().entries[0].score.events.at(0).event == "product_launch");

  fakes::CommandRun again(newsroom);
  CHECK(rule_reapply_command(again.desk, {.yes = false}) == 0);
  CHECK_THAT(again.out.str(),
             Catch::Contains("0 events gained, 0 lost, 0 changed") && !Catch::Contains("--yes"));
}

TEST_CASE("Wrong rules are listed, and nothing is read", "[rule_reapply]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  fakes::change_rules(newsroom, fakes::word_rule("valves", "product_launch", "valves"));
  newsroom.folder.write("rules/mine.toml", "[[rule]]\nid = \"a\"\n");
  fakes::CommandRun run(newsroom);
  CHECK(rule_reapply_command(run.desk, {.yes = true}) == 3);
  CHECK_THAT(run.err.str(), Catch::Contains("mine.toml"));
  CHECK(newsroom.stories().at(0).event == "acquisition");
}

}  // namespace tipoff
