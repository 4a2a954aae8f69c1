#include "cli/account_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"

namespace tipoff {

TEST_CASE("An import replaces the account file, keeps the old one, and says what changes",
          "[cli]") {
  fakes::Newsroom newsroom;
  const auto before = newsroom.folder.read("accounts.csv");
  const auto file = newsroom.folder
                        .write("export.csv",
                               "id;name;industry\norbax;Orbax Controls "
                               "plc;Manufacturing\nnew;Newcomer Ltd;Banking\n")
                        .string();
  fakes::CommandRun run(newsroom);

  CHECK(account_import_command(run.desk, {.file = file, .dry_run = false}) == 0);

  CHECK_THAT(run.out.str(), Catch::Contains("1 new, 1 changed, 2 gone") &&
                                Catch::Contains("1 of 2 accounts qualify") &&
                                Catch::Contains("1 dropped for industry"));
  CHECK(newsroom.folder.read("accounts.csv.old") == before);
  CHECK_THAT(newsroom.folder.read("accounts.csv"),
             Catch::Contains("Newcomer Ltd") && !Catch::Contains("Velmar"));
}

TEST_CASE("A dry run changes nothing", "[cli]") {
  fakes::Newsroom newsroom;
  const auto before = newsroom.folder.read("accounts.csv");
  const auto file = newsroom.folder.write("export.csv", "name\nNewcomer Ltd\n").string();
  fakes::CommandRun run(newsroom);

  CHECK(account_import_command(run.desk, {.file = file, .dry_run = true}) == 0);

  CHECK(newsroom.folder.read("accounts.csv") == before);
}

TEST_CASE("An import with a bad row imports nothing, and tells the row", "[cli]") {
  fakes::Newsroom newsroom;
  const auto before = newsroom.folder.read("accounts.csv");
  const auto file = newsroom.folder.write("export.csv", "id,name\na,Alderley Ltd\nb,\n").string();
  fakes::CommandRun run(newsroom);

  CHECK(account_import_command(run.desk, {.file = file, .dry_run = false}) == 3);

  CHECK_THAT(run.err.str(), Catch::Contains("export.csv:3"));
  CHECK(newsroom.folder.read("accounts.csv") == before);
}

TEST_CASE("Accounts are listed with why they are off the list", "[cli]") {
  fakes::Newsroom newsroom;
  fakes::CommandRun run(newsroom);

  CHECK(account_list_command(run.desk, {.seller = "", .dropped = true, .risky = false}) == 0);

  CHECK_THAT(run.out.str(), Catch::Contains("cassia") && !Catch::Contains("orbax"));
}

TEST_CASE("Risky names are listed with what would make them safe", "[cli]") {
  fakes::Newsroom newsroom;
  newsroom.folder.write("accounts.csv", "id,name\norbax,Orbax Controls plc\ntgt,Target Corp\n");
  fakes::CommandRun run(newsroom);

  CHECK(account_list_command(run.desk, {.seller = "", .dropped = false, .risky = true}) == 0);

  CHECK_THAT(run.out.str(), Catch::Contains("tgt") && Catch::Contains("context words"));
  CHECK_THAT(run.out.str(), !Catch::Contains("orbax"));
}

}  // namespace tipoff
