// Reading a TOML table key by key, and every way in which a value may be wrong.
#include "config/toml_table.h"

#include "catch.h"
#include "config/toml_file.h"

namespace tipoff {

using namespace std::chrono_literals;

namespace {

/// A document and what reading it complained of.
struct Document {
  Complaints complaints;
  toml::table table;

  explicit Document(std::string_view text)
      : table(parse_toml(text, "a.toml", complaints).value_or(toml::table{})) {}

  TomlTable root() { return {table, "", "a.toml", complaints}; }
  std::vector<std::string> told() const {
    std::vector<std::string> lines;
    for (const Complaint& complaint : complaints) lines.push_back(to_text(complaint));
    return lines;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Values of the right type are read", "[config]") {
  Document document(
      "name = \"x\"\non = true\ntop = 5\nshare = 0.5\nwait = \"5s\"\nlist = [\"a\", \"b\"]\none = "
      "\"c\"\n[t]\nk = 1\n");
  TomlTable root = document.root();
  CHECK(root.text("name") == "x");
  CHECK(root.flag("on") == true);
  CHECK(root.whole("top", 0, 9) == 5);
  CHECK(root.number("share", 0, 1) == 0.5);
  CHECK(root.duration("wait", 1s) == 5s);
  CHECK(root.texts("list") == Lines{"a", "b"});
  CHECK(root.texts("one") == Lines{"c"});
  CHECK(root.table("t")->whole("k", 0, 9) == 1);
  CHECK(root.text("absent") == std::nullopt);
  root.refuse_others();
  CHECK(document.told().empty());
}

TEST_CASE("A value of the wrong type is a complaint with line and key", "[config]") {
  Document document(
      "name = 1\non = \"yes\"\ntop = \"5\"\nwait = 5\nlist = [\"a\", 2, \"\"]\nt = 1\n");
  TomlTable root = document.root();
  CHECK_FALSE(root.text("name"));
  CHECK_FALSE(root.flag("on"));
  CHECK_FALSE(root.whole("top", 0, 9));
  CHECK_FALSE(root.duration("wait", 1s));
  CHECK(root.texts("list") == Lines{"a"});
  CHECK_FALSE(root.table("t"));
  CHECK(document.told() ==
        Lines{"a.toml:1: name: must be a string in quotes",
              "a.toml:2: on: must be true or false, without quotes",
              "a.toml:3: top: must be a whole number",
              "a.toml:4: wait: must be a duration in quotes, such as \"30m\"",
              "a.toml:5: list[2]: must be a string in quotes",
              "a.toml:5: list[3]: must not be empty",
              "a.toml:6: t: must be a table: [t] on a line of its own, or { .. }"});
}

TEST_CASE("A value out of range is a complaint that names the range", "[config]") {
  Document document("top = -1\nwait = \"200ms\"\nretry = [\"5s\", \"soon\"]\n");
  TomlTable root = document.root();
  CHECK_FALSE(root.whole("top", 0, 9));
  CHECK_FALSE(root.duration("wait", 1s));
  CHECK(root.durations("retry", 0s) == std::vector<std::chrono::milliseconds>{5s});
  REQUIRE(document.complaints.size() == 3);
  CHECK(document.told()[0] == "a.toml:1: top: must be from 0 to 9");
  CHECK(document.told()[1] == "a.toml:2: wait: must be at least 1s");
  CHECK_THAT(document.told()[2], Catch::StartsWith("a.toml:3: retry[2]: 'soon' is no duration"));
}

TEST_CASE("Unknown keys name the nearest valid one, in the order of the file", "[config]") {
  Document document("ulr = \"x\"\ncolour = \"red\"\n");
  TomlTable root = document.root();
  (void)root.text("url");
  (void)root.text("title");
  root.refuse_others();
  CHECK(document.told() == Lines{"a.toml:1: ulr: unknown key (did you mean 'url'?)",
                                 "a.toml:2: colour: unknown key (valid: url, title)"});
}

TEST_CASE("Arrays of tables are numbered from one", "[config]") {
  Document document("[[alert]]\nname = \"a\"\n[[alert]]\nname = 7\n");
  TomlTable root = document.root();
  auto alerts = root.tables("alert");
  REQUIRE(alerts.size() == 2);
  CHECK(alerts[0].text("name") == "a");
  CHECK_FALSE(alerts[1].text("name"));
  alerts[1].complain("url", "is missing");
  CHECK(document.told() == Lines{"a.toml:4: alert[2].name: must be a string in quotes",
                                 "a.toml:3: alert[2].url: is missing"});
}

TEST_CASE("Single and double brackets are told apart", "[config]") {
  Document document("[alert]\nname = \"a\"\n[[list]]\ntop = 1\n");
  TomlTable root = document.root();
  CHECK(root.tables("alert").empty());
  CHECK_FALSE(root.table("list"));
  REQUIRE(document.complaints.size() == 2);
  CHECK_THAT(document.told()[0], Catch::StartsWith("a.toml:1: alert: must be a list of tables"));
  CHECK_THAT(document.told()[1], Catch::Contains("write [list], not [[list]]"));
}

TEST_CASE("A list may mix strings and tables", "[config]") {
  Document document("regions = [\"Germany\", { name = \"France\" }, 3]\n");
  TomlTable root = document.root();
  auto entries = root.entries("regions");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].text == "Germany");
  CHECK(entries[1].table->text("name") == "France");
  REQUIRE(document.complaints.size() == 1);
  CHECK_THAT(document.told()[0],
             Catch::StartsWith("a.toml:1: regions[3]: must be a string in quotes, or"));
}

TEST_CASE("Warnings are marked as such", "[config]") {
  Document document("tls = \"none\"\n");
  document.root().warn("tls", "mail goes out as plain text");
  CHECK_FALSE(any_error(document.complaints));
  CHECK(document.told() == Lines{"a.toml:1: warning: tls: mail goes out as plain text"});
}

}  // namespace tipoff
