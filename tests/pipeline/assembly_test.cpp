#include "pipeline/assembly.h"

#include <cstdlib>

#include "catch.h"
#include "fakes/temporary_folder.h"

namespace tipoff {

namespace {

constexpr const char* accounts =
    "id,name,industry\n"
    "orbax,Orbax Controls plc,Manufacturing\n"
    "cassia,Cassia Bank plc,Banking\n";

std::string configuration(const std::string& more) {
  return "[store]\npath = \"tipoff.db\"\n[accounts]\nfile = \"accounts.csv\"\n"
         "[profile]\nindustries = [\"Manufacturing\"]\n" +
         more;
}

}  // namespace

TEST_CASE("What people wrote is read into one assembly", "[assembly]") {
  const fakes::TemporaryFolder folder;
  folder.write("accounts.csv", accounts);
  const auto config = folder.write(
      "tipoff.toml", configuration("[[feeds.feed]]\nurl = \"https://wire.example/rss\"\n"));

  const auto reading = assemble(config);

  REQUIRE(reading.assembly);
  CHECK(reading.assembly->accounts.size() == 2);
  CHECK(reading.assembly->feeds.size() == 1);
  CHECK(reading.assembly->rule_count > 20);
  REQUIRE(reading.assembly->find_account("orbax") != nullptr);
  CHECK(reading.assembly->find_account("orbax")->name == "Orbax Controls plc");
  CHECK(reading.assembly->find_account("nobody") == nullptr);
}

TEST_CASE("Every account on a list gets a news search, and a dropped one gets none", "[assembly]") {
  const fakes::TemporaryFolder folder;
  folder.write("accounts.csv", accounts);
  const auto config =
      folder.write("tipoff.toml",
                   configuration("[[feeds.search]]\nurl = "
                                 "\"https://news.example/search?q={query}\"\ninterval = \"6h\"\n"));

  const auto reading = assemble(config);

  REQUIRE(reading.assembly);
  REQUIRE(reading.assembly->feeds.size() == 1);
  CHECK(reading.assembly->feeds[0].searched_account == "orbax");
  CHECK(reading.assembly->feeds[0].url == "https://news.example/search?q=%22Orbax%20Controls%22");
}

TEST_CASE("Errors of different files are found at once", "[assembly]") {
  const fakes::TemporaryFolder folder;
  folder.write("accounts.csv", "id,name\norbax,\n");
  folder.write("my-rules/deals.toml", "[[rule]\n");
  const auto config = folder.write(
      "tipoff.toml", configuration("[rules]\ndirs = [\"my-rules\"]\n[triggers]\nmergre = { weight "
                                   "= 2 }\n[list]\ntopp = 3\n"));

  const auto reading = assemble(config);

  CHECK_FALSE(reading.assembly);
  std::string all;
  for (const Complaint& complaint : reading.complaints) all += to_text(complaint) + "\n";
  CHECK_THAT(all, Catch::Contains("accounts.csv:2"));
  CHECK_THAT(all, Catch::Contains("deals.toml:1"));
  CHECK_THAT(all, Catch::Contains("mergre") && Catch::Contains("merger"));
  CHECK_THAT(all, Catch::Contains("topp") && Catch::Contains("'top'"));
}

TEST_CASE("The configuration is the one given, else the one that the environment names",
          "[assembly]") {
  CHECK(find_config_file("mine.toml") == "mine.toml");
  ::setenv("TIPOFF_CONFIG", "/srv/named.toml", 1);
  CHECK(find_config_file("") == "/srv/named.toml");
  CHECK(find_config_file("mine.toml") == "mine.toml");
  ::unsetenv("TIPOFF_CONFIG");
}

}  // namespace tipoff
