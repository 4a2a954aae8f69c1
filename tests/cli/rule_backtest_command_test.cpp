// tipoff rule backtest: files in, report out, exit codes.
#include "cli/rule_backtest_command.h"

#include "catch.h"
#include "cli/rule_desk.h"

using tipoff::RuleDesk;

TEST_CASE("Saved news is counted, and compared with other rules", "[rule_backtest_command]") {
  RuleDesk desk;
  const auto news =
      desk.dir.write("n.jsonl", "{\"id\":\"1\",\"title\":\"Ostrava to buy Lindqvist\"}\n\n")
          .string();
  CHECK(rule_backtest_command(desk.desk, {desk.dirs(), {}, "", {news}}) == 0);
  CHECK_THAT(desk.out.str(), Catch::StartsWith("1 records\n"));
  CHECK_THAT(desk.out.str(),
             Catch::Contains("acquisition.en.buys") && Catch::Contains("1: Ostrava"));
  const auto weak = desk.rules("weak", "weight = 0.5\n");
  CHECK(rule_backtest_command(desk.desk, {desk.dirs(), {weak}, "", {news}}) == 0);
  CHECK_THAT(desk.out.str(), Catch::Contains("1 gained, 0 lost, 0 changed"));
}

TEST_CASE("Only the events of the account list count, where one is given",
          "[rule_backtest_command]") {
  RuleDesk desk;
  const auto news =
      desk.dir.write("n.jsonl", "{\"id\":\"1\",\"title\":\"Ostrava to buy Lindqvist\"}\n").string();
  const auto accounts = desk.dir.write("a.csv", "name\nHalvorsen Shipping\n").string();
  CHECK(rule_backtest_command(desk.desk, {desk.dirs(), {}, accounts, {news}}) == 0);
  CHECK_THAT(desk.out.str(), Catch::Contains("Never spoke: acquisition.en.buys"));
}

TEST_CASE("A bad line or wrong rules exit with 3, a missing file with 4",
          "[rule_backtest_command]") {
  RuleDesk desk;
  const auto bad = desk.dir.write("b.jsonl", "nonsense\n{\"id\":\"2\",\"title\":\"x\"}\n").string();
  CHECK(rule_backtest_command(desk.desk, {desk.dirs(), {}, "", {bad}}) == 3);
  CHECK_THAT(desk.err.str(), Catch::Contains("b.jsonl:1: "));
  CHECK_THAT(desk.out.str(), Catch::StartsWith("1 records\n"));
  const auto none = (desk.dir.path() / "none.jsonl").string();
  const auto told = desk.out.str();
  CHECK(rule_backtest_command(desk.desk, {desk.dirs(), {}, "", {none}}) == 4);
  CHECK(desk.out.str() == told);  // no report on nothing
  const auto wrong = desk.rules("bad", "nonsense = 1\n");
  CHECK(rule_backtest_command(desk.desk, {{wrong}, {}, "", {bad}}) == 3);
  CHECK(rule_backtest_command(desk.desk, {desk.dirs(), {wrong}, "", {bad}}) == 3);
  CHECK(rule_backtest_command(desk.desk, {desk.dirs(), {}, none, {bad}}) == 3);
}
