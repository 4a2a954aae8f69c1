#include "cli/feed_list_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "text/json.h"

namespace tipoff {
namespace {

/// One feed that answers, one that does not.
struct ListDesk {
  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()};

  ListDesk() {
    Response broken;
    broken.status = 503;
    newsroom.answer("https://press.example/rss", broken);
    newsroom.once();
  }
};

}  // namespace

TEST_CASE("Every feed is listed with its health", "[cli][feeds]") {
  const ListDesk desk;
  fakes::CommandRun run(desk.newsroom);
  CHECK(feed_list_command(run.desk, {.urls = true}) == 0);
  CHECK_THAT(run.out.str(), Catch::Contains("https://wire.example/rss") && Catch::Contains("well"));
  CHECK_THAT(run.out.str(),
             Catch::Contains("failing for a moment (1 in a row): the server answered 503"));
  CHECK_THAT(run.out.str(), Catch::Contains("too early to say"));
}

TEST_CASE("Failing feeds can be had alone, as JSON lines", "[cli][feeds]") {
  const ListDesk desk;
  fakes::CommandRun run(desk.newsroom);
  CHECK(feed_list_command(run.desk, {.failing = true, .format = "jsonl"}) == 0);
  const auto json = parse_json(run.out.str());
  REQUIRE(json);
  CHECK((*json)["url"] == "https://press.example/rss");
  CHECK((*json)["number"] == 2);
  CHECK((*json)["failures_in_a_row"] == 1);
}

TEST_CASE("All feeds can be had as one JSON document", "[cli][feeds]") {
  const ListDesk desk;
  fakes::CommandRun run(desk.newsroom);
  CHECK(feed_list_command(run.desk, {.format = "json"}) == 0);
  const auto json = parse_json(run.out.str());
  REQUIRE(json);
  REQUIRE(json->size() == 2);
  CHECK((*json)[0]["health"] == "well");
}

}  // namespace tipoff
