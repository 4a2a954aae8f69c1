#include "cli/event_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "pipeline/feedback.h"
#include "store/story_table.h"
#include "text/json.h"

namespace tipoff {

TEST_CASE("Events are listed as a table, and as JSON lines for programs", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::publish_one_story(newsroom);
  EventListArguments arguments;

  SECTION("table") {
    fakes::CommandRun run(newsroom);
    CHECK(event_list_command(run.desk, arguments) == 0);
    CHECK_THAT(run.out.str(), Catch::Contains("acquisition (announced)") &&
                                  Catch::Contains("Orbax Controls to acquire"));
  }
  SECTION("JSON lines") {
    fakes::CommandRun run(newsroom);
    arguments.format = "jsonl";
    CHECK(event_list_command(run.desk, arguments) == 0);
    const auto json = parse_json(run.out.str());
    REQUIRE(json);
    CHECK((*json)["account"] == "orbax");
    CHECK((*json)["role"] == "acquirer");
    CHECK((*json)["sources"] == 1);
  }
}

TEST_CASE("Events can be narrowed by account, type and time", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::publish_one_story(newsroom);
  EventListArguments arguments;
  SECTION("another account") {
    arguments.account = "velmar";
  }
  SECTION("another type") {
    arguments.event = "layoffs";
  }
  SECTION("later") {
    arguments.since = "30m";
  }
  SECTION("only what waits for review") {
    arguments.review = true;
  }
  fakes::CommandRun run(newsroom);

  CHECK(event_list_command(run.desk, arguments) == 0);

  CHECK_THAT(run.out.str(), !Catch::Contains("Orbax"));
}

TEST_CASE("Without a store the message says what to do", "[cli]") {
  fakes::Newsroom newsroom;
  newsroom.database.reset();
  std::filesystem::remove(newsroom.folder.path() / "tipoff.db");
  fakes::CommandRun run(newsroom);
  CHECK_THROWS_WITH(event_list_command(run.desk, {}), Catch::Contains("tipoffd"));
}

TEST_CASE("What waits for review is listed with what would make it count", "[cli]") {
  fakes::Newsroom newsroom("",
                           "id,name,industry\ntarget,Target Corp,Manufacturing\norbax,Orbax "
                           "Controls plc,Manufacturing\n",
                           fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  StoryTable stories(*newsroom.database);
  auto story = newsroom.stories()[0];
  stories.set_standing(story.id, Standing::review);
  story.account = "target";
  story.standing = Standing::review;
  (void)stories.add(story);
  EventListArguments arguments;
  arguments.review = true;

  fakes::CommandRun run(newsroom);
  CHECK(event_list_command(run.desk, arguments) == 0);
  CHECK_THAT(run.out.str(), Catch::Contains("\"Target\" is also a common word") &&
                                Catch::Contains("full name") &&
                                Catch::Contains("tipoff event confirm"));

  arguments.format = "jsonl";
  fakes::CommandRun lines(newsroom);
  CHECK(event_list_command(lines.desk, arguments) == 0);
  CHECK_THAT(lines.out.str(),
             Catch::Contains("\"note\":") && !Catch::Contains("tipoff event confirm"));
}

TEST_CASE("What was judged wrong is listed with who said so and why", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::publish_one_story(newsroom);
  REQUIRE(mark_wrong(*newsroom.database, newsroom.stories()[0].id,
                     {.by = "anna", .at = newsroom.clock.now(), .reason = "another Orbax"}));
  EventListArguments arguments;
  arguments.wrong = true;
  fakes::CommandRun run(newsroom);
  CHECK(event_list_command(run.desk, arguments) == 0);
  CHECK_THAT(run.out.str(),
             Catch::Contains("Judged wrong by anna on ") && Catch::Contains(": another Orbax"));
}

}  // namespace tipoff
