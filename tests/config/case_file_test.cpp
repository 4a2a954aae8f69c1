// Case files in TOML: accounts, expectations, and what is told of a wrong one.
#include "config/case_file.h"

#include "catch.h"
#include "fakes/scratch_directory.h"

using tipoff::CaseReading;
using tipoff::parse_toml_cases;

namespace {

tipoff::Account account(std::string id) {
  tipoff::Account made;
  made.name = id;
  made.id = std::move(id);
  return made;
}

}  // namespace

TEST_CASE("A case has its text, its accounts and all that must come out", "[case_file]") {
  const CaseReading reading = parse_toml_cases(R"(
accounts = ["Lindqvist Bearings", { id = "ost", name = "Ostrava Tools Inc", aliases = ["Ostrava"] }]

[[case]]
id = "buys"
date = "2026-03-02T08:00:00Z"
title = "Ostrava to buy Lindqvist Bearings"
body = "For cash."
lang = "en"
expect = [
  { account = "ost", event = "acquisition", role = "acquirer", certainty = "announced" },
  { account = "Lindqvist Bearings", event = "acquisition", or = ["merger"], role = "none" },
]
also = [{ account = "ost", event = "earnings" }]

[[case]]
title = "Rain in Graz"
accounts = ["ost"]
expect = []
)",
                                               "cases.toml", {});
  CHECK(reading.complaints.empty());
  REQUIRE(reading.accounts.size() == 2);
  CHECK(reading.accounts[1].aliases == std::vector<std::string>{"Ostrava"});
  REQUIRE(reading.cases.size() == 2);
  const tipoff::RuleCase& buys = reading.cases[0];
  CHECK(buys.id == "buys");
  CHECK(buys.file == "cases.toml");
  CHECK(buys.line == 4);
  CHECK(buys.text.body == "For cash.");
  CHECK(buys.text.language == "en");
  REQUIRE(buys.expect.size() == 2);
  CHECK(buys.expect[0].role == tipoff::Role::acquirer);
  CHECK(buys.expect[0].certainty == tipoff::Certainty::announced);
  CHECK(buys.expect[1].no_role);
  CHECK(buys.expect[1].or_else == std::vector<std::string>{"merger"});
  CHECK(buys.also.front() == std::pair<std::string, std::string>("ost", "earnings"));
  CHECK(reading.cases[1].id == "case in line 16");
  CHECK(reading.cases[1].expect.empty());
  REQUIRE(reading.cases[1].accounts.size() == 1);
  CHECK(reading.cases[1].accounts[0].name == "Ostrava Tools Inc");
}

TEST_CASE("An expectation for an account that is not there is told with the one that was meant",
          "[case_file]") {
  const std::string text = R"(
[[case]]
id = "a"
title = "Ostrava to buy Lindqvist"
expect = [{ account = "ostrva", event = "acquisition" }]
)";
  const auto reading = parse_toml_cases(text, "c.toml", {account("ostrava"), account("lindqvist")});
  REQUIRE(reading.complaints.size() == 1);
  CHECK(reading.complaints[0].line == 2);
  CHECK_THAT(reading.complaints[0].message, Catch::Contains("did you mean 'ostrava'"));
  CHECK_THAT(parse_toml_cases(text, "c.toml", {}).complaints[0].message,
             Catch::Contains("--accounts"));
}

TEST_CASE("What a case lacks or mistypes is told with line and key", "[case_file]") {
  const auto messages = [](const std::string& text) {
    std::string told;
    for (const auto& complaint : parse_toml_cases(text, "c.toml", {}).complaints)
      told += to_text(complaint) + '\n';
    return told;
  };
  CHECK_THAT(messages("x = 1\n"), Catch::Contains("[[case]]"));
  CHECK_THAT(messages("[[case]]\ntitle = 'a'\n"), Catch::Contains("c.toml:1: case[1].expect"));
  CHECK_THAT(messages("[[case]]\nexpect = []\n"), Catch::Contains("title or a body"));
  CHECK_THAT(messages("[[case]]\ntitle = 'a'\nexpect = []\nexpected = []\n"),
             Catch::Contains("'expect'"));
  CHECK_THAT(messages("[[case]]\ntitle = 'a'\nexpect = [{event = 'b', role = 'boss'}]\n"),
             Catch::Contains("acquirer, target, seller"));
  CHECK_THAT(messages("[[case]]\ntitle = 'a'\nexpect = [{event = 'b', certainty = 'sure'}]\n"),
             Catch::Contains("rumoured"));
  CHECK_THAT(messages("[[case]]\ntitle = 'a'\nexpect = [{}]\n"),
             Catch::Contains("needs its event"));
  CHECK_THAT(messages("[[case\n"), Catch::Contains("TOML"));
}

TEST_CASE("The account file stands beside the case file, and the extension tells the format",
          "[case_file]") {
  const tipoff::ScratchDirectory dir;
  dir.write("list.csv", "id,name\nost,Ostrava Tools Inc\n");
  const auto toml = dir.write("a.toml",
                              "account_file = 'list.csv'\n[[case]]\ntitle = 'x'\nexpect = "
                              "[{account = 'ost', event = 'merger'}]\n");
  const auto reading = tipoff::read_cases(toml, {});
  CHECK(reading.complaints.empty());
  CHECK(reading.accounts.size() == 1);
  const auto lines = dir.write("a.jsonl", "{\"title\":\"x\",\"expect\":[]}\n");
  CHECK(tipoff::read_cases(lines, {}).cases.size() == 1);
  CHECK(tipoff::read_cases(dir.path() / "none.toml", {}).complaints.size() == 1);
}
