#include "cli/check_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"

namespace tipoff {

TEST_CASE("Files that are in order are counted", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::CommandRun run(newsroom);

  CHECK(check_command(run.desk) == 0);

  CHECK_THAT(run.out.str(), Catch::Contains("3 accounts, 2 of them on a list") &&
                                Catch::Contains("2 feeds") && Catch::Contains("1 alert channels"));
}

TEST_CASE("Everything that is wrong is told at once, and counted", "[cli]") {
  fakes::Newsroom newsroom;
  newsroom.folder.write("tipoff.toml", newsroom.folder.read("tipoff.toml") + "[list2]\n[storre]\n");
  newsroom.folder.write("accounts.csv", "id,name\na,\n");
  fakes::CommandRun run(newsroom);

  CHECK(check_command(run.desk) == 3);

  CHECK_THAT(run.err.str(), Catch::Contains("list2") && Catch::Contains("storre") &&
                                Catch::Contains("accounts.csv:2") && Catch::Contains("3 to mend"));
}

}  // namespace tipoff
