#include "cli/feed_check_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "text/json.h"

namespace tipoff {
namespace {

struct CheckDesk {
  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()};
  fakes::CommandRun run{newsroom};

  int check(const FeedCheckArguments& arguments) {
    return check_feeds(run.desk, arguments, newsroom.network);
  }
};

}  // namespace

TEST_CASE("Configured feeds that all answer are well", "[cli][feeds]") {
  CheckDesk desk;
  desk.newsroom.feed("https://wire.example/rss", {{.id = "1", .title = "One"}});
  CHECK(desk.check({}) == 0);
  CHECK_THAT(desk.run.out.str(),
             Catch::Contains("ok      https://wire.example/rss  1 item, newest"));
  CHECK_THAT(desk.run.err.str(), Catch::Contains("2 of 2 feeds answer"));
}

TEST_CASE("One that fails makes the answer no, with its reason", "[cli][feeds]") {
  CheckDesk desk;
  const auto list =
      desk.newsroom.folder.write("some.opml",
                                 "<opml><body><outline xmlUrl='https://wire.example/rss'/><outline "
                                 "xmlUrl='https://gone.example/rss'/></body></opml>");
  desk.newsroom.network.answer("https://gone.example/rss", 404, "");
  CHECK(desk.check({.sources = {list.string(), "press.example/rss"}}) == 1);
  CHECK_THAT(desk.run.out.str(),
             Catch::Contains("failed  https://gone.example/rss  the server answered 404"));
  CHECK_THAT(desk.run.err.str(), Catch::Contains("2 of 3 feeds answer"));
}

TEST_CASE("Programs get an object a line", "[cli][feeds]") {
  CheckDesk desk;
  CHECK(desk.check({.sources = {"https://wire.example/rss"}, .format = "jsonl"}) == 0);
  const auto json = parse_json(desk.run.out.str());
  REQUIRE(json);
  CHECK((*json)["ok"] == true);
  CHECK((*json)["items"] == 0);
}

TEST_CASE("Wrong use is told", "[cli][feeds]") {
  CheckDesk desk;
  CHECK(desk.check({.within = "soon"}) == 2);
  CHECK(desk.check({.sources = {"none.opml"}}) == 3);
}

}  // namespace tipoff
