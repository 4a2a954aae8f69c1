// tipoff rule explain: accounts by name, by brackets, or none.
#include "cli/rule_explain_command.h"

#include "catch.h"
#include "cli/rule_desk.h"

using tipoff::RuleDesk;

namespace {

std::string explain(RuleDesk& desk, std::string text, std::vector<std::string> accounts = {}) {
  desk.out.str("");
  CHECK(rule_explain_command(desk.desk, {desk.dirs(), std::move(text), std::move(accounts)}) == 0);
  return desk.out.str();
}

}  // namespace

TEST_CASE("Accounts are found by name, marked by brackets, or every company counts",
          "[rule_explain_command]") {
  RuleDesk desk;
  const std::string deal = "Ostrava Tools to buy Lindqvist Bearings";
  const auto named = explain(desk, deal, {"Ostrava Tools", "Lindqvist Bearings"});
  CHECK_THAT(named, Catch::Contains("Ostrava Tools: acquisition acquirer announced"));
  CHECK_THAT(named, Catch::Contains("Lindqvist Bearings: acquisition target announced"));
  const auto marked = explain(desk, "Ostrava Tools to buy [Lindqvist]");
  CHECK_THAT(marked, Catch::Contains("Lindqvist: acquisition target announced"));
  CHECK_THAT(explain(desk, deal), Catch::Contains("Events:\n  acquisition"));
  const auto both = explain(desk, "[Ostrava] to buy Lindqvist Bearings", {"Lindqvist Bearings"});
  CHECK_THAT(both, Catch::Contains("  Ostrava: acquisition acquirer"));
  CHECK_THAT(both, Catch::Contains("  Lindqvist Bearings: acquisition target"));
}

TEST_CASE("An account that the text does not name is told", "[rule_explain_command]") {
  RuleDesk desk;
  CHECK_THAT(explain(desk, "Ostrava Tools to buy Lindqvist", {"Halvorsen Shipping"}),
             Catch::StartsWith("The text does not name Halvorsen Shipping.\n"));
}

TEST_CASE("A text that cannot be read exits with 2, wrong rules with 3", "[rule_explain_command]") {
  RuleDesk desk;
  CHECK(rule_explain_command(desk.desk, {desk.dirs(), "x => boss", {}}) == 2);
  CHECK(rule_explain_command(desk.desk, {{desk.rules("bad", "nonsense = 1\n")}, "x", {}}) == 3);
}
