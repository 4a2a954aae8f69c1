#include "cli/feed_list_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "fakes/subscribed_newsroom.h"
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

TEST_CASE("How a feed stands with its hub is told below the table", "[cli][feeds][push]") {
  fakes::SubscribedNewsroom scene;
  scene.newsroom.network.answer(scene.hub, 503, "");
  scene.newsroom.once();
  {
    fakes::CommandRun run(scene.newsroom);
    CHECK(feed_list_command(run.desk, {}) == 0);
    CHECK_THAT(
        run.out.str(),
        Catch::Contains("\n#  PUSH\n1  refused by https://hub.example/ (1 in a row): the hub "
                        "answered 503; next try in 5 min\n"));
  }
  scene.newsroom.network.answer(scene.hub, 202, "");
  scene.newsroom.clock.advance(std::chrono::minutes{5});
  scene.newsroom.once();
  REQUIRE(scene.verify());
  fakes::CommandRun run(scene.newsroom);
  CHECK(feed_list_command(run.desk, {.format = "json"}) == 0);
  const auto json = parse_json(run.out.str());
  REQUIRE(json);
  CHECK((*json)[0]["push"]["state"] == "live");
  CHECK((*json)[0]["push"]["hub"] == scene.hub);
  CHECK((*json)[0]["push"]["failure"].is_null());
  CHECK((*json)[1]["push"].is_null());
  CHECK_THAT(run.out.str(), !Catch::Contains(scene.subscription().token) &&
                                !Catch::Contains(scene.subscription().secret));
}

TEST_CASE("Where no feed names a hub, nothing is said of push", "[cli][feeds][push]") {
  const ListDesk desk;
  fakes::CommandRun run(desk.newsroom);
  CHECK(feed_list_command(run.desk, {}) == 0);
  CHECK_THAT(run.out.str(), !Catch::Contains("PUSH"));
}

}  // namespace tipoff
