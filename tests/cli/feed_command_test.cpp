#include "cli/feed_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "text/json.h"

namespace tipoff {

TEST_CASE("Every feed is listed with its health", "[cli]") {
  fakes::Newsroom newsroom;
  Response broken;
  broken.status = 503;
  newsroom.answer("https://press.example/rss", broken);
  newsroom.once();
  fakes::CommandRun run(newsroom);

  CHECK(feed_list_command(run.desk, {.failing = false, .format = "table"}) == 0);

  CHECK_THAT(run.out.str(), Catch::Contains("wire.example") && Catch::Contains("well"));
  CHECK_THAT(run.out.str(), Catch::Contains("failed 1 time in a row"));
}

TEST_CASE("Failing feeds can be had alone, as JSON lines", "[cli]") {
  fakes::Newsroom newsroom;
  Response broken;
  broken.status = 503;
  newsroom.answer("https://press.example/rss", broken);
  newsroom.once();
  fakes::CommandRun run(newsroom);

  CHECK(feed_list_command(run.desk, {.failing = true, .format = "jsonl"}) == 0);

  const auto json = parse_json(run.out.str());
  REQUIRE(json);
  CHECK((*json)["url"] == "https://press.example/rss");
  CHECK((*json)["failures_in_a_row"] == 1);
}

TEST_CASE("A document that is no feed makes the answer no", "[cli]") {
  fakes::Newsroom newsroom;
  const auto good =
      newsroom.folder
          .write("good.xml", "<rss version=\"2.0\"><channel><title>T</title></channel></rss>")
          .string();
  const auto bad = newsroom.folder.write("bad.xml", "hello").string();
  fakes::CommandRun run(newsroom);

  CHECK(feed_parse_command(run.desk, {.files = {good}, .base_url = "", .content_type = ""}) == 0);
  CHECK(feed_parse_command(run.desk, {.files = {good, bad}, .base_url = "", .content_type = ""}) ==
        1);
  CHECK_THAT(run.out.str(), Catch::Contains("\"error\":"));
}

}  // namespace tipoff
