#include "cli/list_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "text/json.h"

namespace tipoff {

TEST_CASE("Before anything was published the list is version 0 without entries", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::CommandRun run(newsroom);

  CHECK(list_command(run.desk, {.seller = "",
                                .format = "json",
                                .top = std::nullopt,
                                .all = false,
                                .at = "",
                                .owner = ""}) == 0);

  const auto json = parse_json(run.out.str());
  REQUIRE(json);
  CHECK((*json)["version"] == 0);
  CHECK((*json)["entries"].empty());
}

TEST_CASE("The list is printed as the file that was emitted, byte for byte", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::publish_one_story(newsroom);
  fakes::CommandRun run(newsroom);

  CHECK(list_command(run.desk, {.seller = "",
                                .format = "json",
                                .top = std::nullopt,
                                .all = false,
                                .at = "",
                                .owner = ""}) == 0);

  CHECK(run.out.str() == newsroom.folder.read("call-list.json"));
}

TEST_CASE("The list can be cut, filtered by owner, and shown with who was dropped", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::publish_one_story(newsroom);
  ListArguments arguments;
  arguments.format = "csv";

  SECTION("cut") {
    fakes::CommandRun run(newsroom);
    arguments.top = 1;
    CHECK(list_command(run.desk, arguments) == 0);
    CHECK_THAT(run.out.str(), Catch::Contains("Orbax") && !Catch::Contains("Velmar"));
  }
  SECTION("one owner's") {
    fakes::CommandRun run(newsroom);
    arguments.owner = "ben";
    CHECK(list_command(run.desk, arguments) == 0);
    CHECK_THAT(run.out.str(), Catch::Contains("Velmar") && !Catch::Contains("Orbax"));
  }
  SECTION("with the dropped ones") {
    fakes::CommandRun run(newsroom);
    arguments.format = "json";
    arguments.all = true;
    CHECK(list_command(run.desk, arguments) == 0);
    const auto json = parse_json(run.out.str());
    REQUIRE((*json)["entries"].size() == 3);
    CHECK((*json)["entries"][2]["rank"].is_null());
    CHECK((*json)["entries"][2]["disqualified"]["criterion"] == "industry");
  }
}

TEST_CASE("A past version can be asked for", "[cli]") {
  fakes::Newsroom newsroom;
  newsroom.once();
  fakes::publish_one_story(newsroom);
  fakes::CommandRun run(newsroom);
  run.desk.now = newsroom.clock.now() + std::chrono::minutes{30};
  ListArguments arguments;
  arguments.format = "json";
  arguments.at = "1h";

  CHECK(list_command(run.desk, arguments) == 0);

  CHECK((*parse_json(run.out.str()))["version"] == 1);
}

TEST_CASE("Wrong words on the command line are told, with exit code 2", "[cli]") {
  fakes::Newsroom newsroom;
  ListArguments arguments;
  SECTION("a format") {
    arguments.format = "xml";
  }
  SECTION("a moment") {
    arguments.at = "yesterdayish";
  }
  SECTION("a seller") {
    arguments.seller = "nobody";
  }
  fakes::CommandRun run(newsroom);

  CHECK(list_command(run.desk, arguments) == 2);
  CHECK(run.out.str().empty());
  CHECK_FALSE(run.err.str().empty());
}

}  // namespace tipoff
