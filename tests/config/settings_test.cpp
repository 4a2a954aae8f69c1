// tipoff.toml as a whole: paths, additions, and all complaints at once.
#include "config/settings.h"

#include "catch.h"
#include "fakes/settings_text.h"

namespace tipoff {

using namespace std::chrono_literals;

TEST_CASE("An empty file has every default", "[settings]") {
  const SettingsText read("");
  CHECK(read.lines.empty());
  CHECK(read.settings.store == read.folder.path() / "tipoff.db");
  CHECK(read.settings.accounts == read.folder.path() / "accounts.csv");
  CHECK(read.settings.rule_dirs.empty());
  CHECK(read.settings.baseline);
  CHECK(read.settings.max_age == 72h);
  CHECK(read.settings.list_top == 500);
  REQUIRE(read.settings.profiles.size() == 1);
  CHECK(read.settings.profiles[0] == Profile{});
}

TEST_CASE("Relative paths are relative to the file, absolute ones stay", "[settings]") {
  const SettingsText read(
      "[store]\npath = \"/var/lib/x.db\"\n[accounts]\nfile = \"lists/a.csv\"\n[rules]\ndirs = "
      "[\"rules\", \"/r\"]\n"
      "[feeds]\nopml = [\"feeds/a.opml\"]\n[list]\nfiles = [\"out/list.csv\"]\n[fetch]\nca_file = "
      "\"ca.pem\"\n");
  CHECK(read.lines.empty());
  const auto& base = read.folder.path();
  CHECK(read.settings.store == "/var/lib/x.db");
  CHECK(read.settings.accounts == base / "lists/a.csv");
  CHECK(read.settings.rule_dirs == std::vector<std::filesystem::path>{base / "rules", "/r"});
  CHECK(read.settings.opml == std::vector<std::filesystem::path>{base / "feeds/a.opml"});
  CHECK(read.settings.list_files == std::vector<std::filesystem::path>{base / "out/list.csv"});
  CHECK(read.settings.fetch.ca_file == (base / "ca.pem").string());
}

TEST_CASE("A configuration that is not there says what to do", "[settings]") {
  const ScratchDirectory scratch;
  const auto file = scratch.path() / "tipoff.toml";
  const auto reading = read_settings(file);
  REQUIRE(reading.complaints.size() == 1);
  CHECK(to_text(reading.complaints[0]) ==
        "no configuration: " + file.string() + " does not exist; write one or pass --config");
  CHECK(reading.settings.profiles.empty());
}

TEST_CASE("A folder in place of the configuration is a complaint", "[settings]") {
  const ScratchDirectory scratch;
  CHECK_THAT(to_text(read_settings(scratch.path()).complaints.at(0)),
             Catch::EndsWith("is a directory"));
}

TEST_CASE("Everything that is wrong is told at once, in the order of the file", "[settings]") {
  const SettingsText read(
      "[stroe]\npath = \"x\"\n[profile]\nindustries = [\"a\", \"b\", \"c\"]\nimportance = { "
      "industry = 3 }\n"
      "[feeds]\nmax_age = \"soon\"\n[list]\ntopp = 5\n");
  REQUIRE(read.lines.size() == 5);
  CHECK(read.lines[0] == "tipoff.toml:1: stroe: unknown key (did you mean 'store'?)");
  CHECK_THAT(
      read.lines[1],
      Catch::StartsWith(
          "tipoff.toml:4: profile.industries: 3 are named, but the method allows at most two"));
  CHECK(read.lines[2] == "tipoff.toml:5: profile.importance.industry: must be from 0 to 2");
  CHECK_THAT(read.lines[3],
             Catch::StartsWith("tipoff.toml:7: feeds.max_age: 'soon' is no duration"));
  CHECK(read.lines[4] == "tipoff.toml:9: list.topp: unknown key (did you mean 'top'?)");
}

TEST_CASE("Broken TOML is told with its line", "[settings]") {
  const SettingsText read("[list]\ntop = \n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::StartsWith("tipoff.toml:2: is not valid TOML here"));
}

TEST_CASE("tipoff.d is read after the file, in order of name, key by key", "[settings]") {
  const ScratchDirectory scratch;
  const auto file = scratch.write(
      "tipoff.toml",
      "[list]\ntop = 5\nmin_interval = \"1s\"\n[[feeds.feed]]\nurl = \"http://a.example/\"\n");
  scratch.write("tipoff.d/20-later.toml", "[list]\ntop = 7\n");
  scratch.write(
      "tipoff.d/10-first.toml",
      "[list]\ntop = 6\n[[feeds.feed]]\nurl = \"http://b.example/\"\n[store]\npath = \"s.db\"\n");
  scratch.write("tipoff.d/notes.txt", "no toml");
  scratch.write("tipoff.d/.hidden.toml", "no toml");
  const auto reading = read_settings(file);
  CHECK(reading.complaints.empty());
  CHECK(reading.settings.list_top == 7);
  CHECK(reading.settings.list_min_interval == 1s);
  CHECK(reading.settings.feeds.size() == 2);
  CHECK(reading.settings.store == scratch.path() / "s.db");
}

TEST_CASE("What is wrong in tipoff.d is told with the file it stands in", "[settings]") {
  const ScratchDirectory scratch;
  const auto file = scratch.write("tipoff.toml", "[list]\ntop = 5\n");
  scratch.write("tipoff.d/a.toml", "\n[list]\ntop = \"x\"\n");
  scratch.write("tipoff.d/b.toml", "broken");
  const auto lines = told(read_settings(file).complaints, scratch.path());
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[1], Catch::StartsWith("tipoff.d/b.toml:1: is not valid TOML"));
  CHECK(lines[0] == "tipoff.d/a.toml:3: list.top: must be a whole number");
}

TEST_CASE("Each event type that is named is told with its place", "[settings]") {
  const SettingsText read("[triggers]\nmerger = { weight = 2 }\nour_own = {}\n");
  CHECK(read.lines.empty());
  const std::string file = (read.folder.path() / "tipoff.toml").string();
  CHECK(read.reading.event_types ==
        std::vector<EventTypeMention>{{"merger", file, 2, "triggers.merger"},
                                      {"our_own", file, 3, "triggers.our_own"}});
}

}  // namespace tipoff
