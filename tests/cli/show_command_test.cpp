#include "cli/show_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "text/json.h"

namespace tipoff {

TEST_CASE("An account is shown with every point, its evidence and the rule", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::publish_one_story(newsroom);
  fakes::CommandRun run(newsroom);

  CHECK(show_command(run.desk,
                     {.account = "Orbax Controls", .seller = "", .at = "", .format = "text"}) == 0);

  const auto text = run.out.str();
  CHECK_THAT(text, Catch::Contains("Orbax Controls plc (orbax)"));
  CHECK_THAT(text, Catch::Contains("rank 1"));
  CHECK_THAT(text, Catch::Contains("acquisition as acquirer, announced"));
  CHECK_THAT(text, Catch::Contains("rule acquisition.en."));
  for (const char* part : {"industry", "title", "region", "trigger", "sold_in_industry",
                           "reference_customer", "personally_involved"})
    CHECK_THAT(text, Catch::Contains(part));
}

TEST_CASE("As JSON an account has the fields of its entry on the list", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::publish_one_story(newsroom);
  fakes::CommandRun run(newsroom);

  CHECK(show_command(run.desk, {.account = "orbax", .seller = "", .at = "", .format = "json"}) ==
        0);

  const auto json = parse_json(run.out.str());
  REQUIRE(json);
  CHECK((*json)["rank"] == 1);
  int sum = 0;
  for (const auto& part : (*json)["parts"]) sum += part["points"].get<int>();
  CHECK((*json)["score"] == sum);
}

TEST_CASE("A dropped account is shown with the reason", "[cli]") {
  fakes::Newsroom newsroom;
  newsroom.once();
  fakes::CommandRun run(newsroom);

  CHECK(show_command(run.desk, {.account = "cassia", .seller = "", .at = "", .format = "text"}) ==
        0);

  CHECK_THAT(run.out.str(),
             Catch::Contains("Off the list for its industry") && Catch::Contains("Banking"));
}

TEST_CASE("An account that nobody knows is a question back", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::CommandRun run(newsroom);

  CHECK(show_command(run.desk, {.account = "Orbex", .seller = "", .at = "", .format = "text"}) ==
        2);

  CHECK_THAT(run.err.str(), Catch::Contains("no account is called 'Orbex'"));
}

}  // namespace tipoff
