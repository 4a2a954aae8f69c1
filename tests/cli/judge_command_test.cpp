// tipoff event confirm, wrong, undo: what they say and do.
#include "cli/judge_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "store/judgement_table.h"

namespace tipoff {

TEST_CASE("What a judgement changed is told, published, and can be taken back", "[judge_command]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  const auto id = newsroom.stories()[0].id;
  const int version = newsroom.list().version;

  fakes::CommandRun wrong(newsroom);
  CHECK(event_wrong_command(wrong.desk, {.event = id, .reason = "another Orbax"}) == 0);
  CHECK_THAT(wrong.out.str(),
             Catch::StartsWith("1 event of Orbax Controls plc no longer counts; score 4 -> 2\n"));
  CHECK(newsroom.list().version == version + 1);
  CHECK(JudgementTable(*newsroom.database).of(id).at(0).reason == "another Orbax");

  fakes::CommandRun undo(newsroom);
  CHECK(event_undo_command(undo.desk, {.event = id, .reason = ""}) == 0);
  CHECK_THAT(undo.out.str(),
             Catch::StartsWith("1 event of Orbax Controls plc counts now; score 2 -> 4\n"));
  CHECK(newsroom.list().version == version + 2);
}

TEST_CASE("A judgement that changes nothing says so, and makes no version", "[judge_command]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  const auto id = newsroom.stories()[0].id;
  const int version = newsroom.list().version;
  fakes::CommandRun run(newsroom);
  CHECK(event_confirm_command(run.desk, {.event = id, .reason = ""}) == 0);
  CHECK_THAT(run.out.str(), Catch::Contains("counts already"));
  CHECK(newsroom.list().version == version);
}

TEST_CASE("An unknown number is wrong use, and nothing to undo is a no", "[judge_command]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  fakes::CommandRun run(newsroom);
  CHECK(event_wrong_command(run.desk, {.event = 99, .reason = ""}) == 2);
  CHECK_THAT(run.err.str(), Catch::Contains("99"));
  CHECK(event_undo_command(run.desk, {.event = newsroom.stories()[0].id, .reason = ""}) == 1);
}

}  // namespace tipoff
