#include "cli/feed_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"

namespace tipoff {

TEST_CASE("A document that is no feed makes the answer no", "[cli]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
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
