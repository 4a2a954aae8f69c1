// [list]: where the call list is kept.
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

using namespace std::chrono_literals;

TEST_CASE("The list's files, length and pace are read", "[settings]") {
  const SettingsText read(
      "[list]\nfiles = [\"call-list.csv\", \"call-list.json\"]\ntop = 0\nmin_interval = \"0s\"\n");
  REQUIRE(read.lines.empty());
  CHECK(read.settings.list_files.size() == 2);
  CHECK(read.settings.list_top == 0);
  CHECK(read.settings.list_min_interval == 0s);
}

TEST_CASE("A list whose format nobody can tell is a complaint, the others stay", "[settings]") {
  const SettingsText read("[list]\nfiles = [\"list.xls\", \"list.csv\", \"list\", \"list.csv\"]\n");
  REQUIRE(read.lines.size() == 3);
  CHECK(read.lines[0] ==
        "tipoff.toml:2: list.files: 'list.xls': the ending tells the format: .csv, .json, .md, "
        ".html, .txt or .atom");
  CHECK_THAT(read.lines[1], Catch::Contains("'list': the ending tells"));
  CHECK_THAT(read.lines[2], Catch::Contains("'list.csv': is named twice"));
  CHECK(read.settings.list_files.size() == 1);
}

TEST_CASE("With several sellers each needs a file of their own", "[settings]") {
  const SettingsText read(
      "[list]\nfiles = [\"list.csv\", \"list-{seller}.csv\"]\n[[seller]]\nname = "
      "\"a\"\n[[seller]]\nname = \"b\"\n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0],
             Catch::StartsWith("tipoff.toml:2: list.files: 'list.csv': there are several sellers"));
  CHECK(read.settings.list_files.size() == 1);
}

TEST_CASE("Only the seller may stand in braces", "[settings]") {
  const SettingsText read("[list]\nfiles = [\"list-{owner}.csv\", \"{seller}/{seller}.csv\"]\n");
  REQUIRE(read.lines.size() == 2);
  CHECK_THAT(read.lines[0], Catch::Contains("only {seller}, once"));
  CHECK_THAT(read.lines[1], Catch::Contains("only {seller}, once"));
}

TEST_CASE("A list never takes the place of the account file", "[settings]") {
  const SettingsText read("[list]\nfiles = [\"./accounts.csv\"]\n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::Contains("the list would take its place"));
  CHECK(read.settings.list_files.empty());
}

}  // namespace tipoff
