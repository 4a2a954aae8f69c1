#include "cli/event_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "text/json.h"

namespace tipoff {

TEST_CASE("Events are listed as a table, and as JSON lines for programs", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::publish_one_story(newsroom);
  EventListArguments arguments;

  SECTION("table") {
    fakes::CommandRun run(newsroom);
    CHECK(event_list_command(run.desk, arguments) == 0);
    CHECK_THAT(run.out.str(), Catch::Contains("acquisition (announced)") && Catch::Contains("Orbax Controls to acquire"));
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
  SECTION("another account") { arguments.account = "velmar"; }
  SECTION("another type") { arguments.event = "layoffs"; }
  SECTION("later") { arguments.since = "30m"; }
  SECTION("only what waits for review") { arguments.review = true; }
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

}  // namespace tipoff
