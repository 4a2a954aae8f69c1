// Rule backtest: counts, examples, and what changed.
#include "pipeline/rule_backtest.h"

#include "catch.h"
#include "detect/rules_for_tests.h"

using tipoff::Backtest;
using tipoff::Detector;
using tipoff::RuleBook;
using tipoff::ScanRecord;

namespace {

ScanRecord record(std::string id, std::string title, std::string body = "") {
  return {std::move(id), "", {std::move(title), std::move(body), ""}};
}

Detector detector(const RuleBook& book) {
  return Detector::compile(book).value();
}

}  // namespace

TEST_CASE("A rule is counted once a record, and shows its first three sentences",
          "[rule_backtest]") {
  const auto rules = detector(tipoff::small_book());
  Backtest backtest(rules, nullptr, {});
  for (int i = 0; i < 5; ++i)
    backtest.take(
        record(std::to_string(i), "Ostrava to buy Lindqvist", "Ostrava is to buy Lindqvist."));
  backtest.take(record("x", "Rain in Graz"));
  const auto& report = backtest.report();
  CHECK(report.records == 6);
  CHECK(report.rules[0].spoke == 5);
  CHECK(report.rules[0].shown == 5);
  REQUIRE(report.rules[0].examples.size() == 3);
  CHECK(report.rules[0].examples[0] == "0: Ostrava to buy Lindqvist");
  CHECK(report.events.at("acquisition").now == 5);
  const std::string text = to_text(report, rules.rules(), false);
  CHECK_THAT(text, Catch::Contains("      5       5  acquisition.en.buys\n"));
  CHECK_THAT(text, Catch::Contains("Never spoke: executive_appointed.en.boss"));
  CHECK_THAT(text, !Catch::Contains("gained"));
}

TEST_CASE("Against other rules, events gained, lost and changed are told with their titles",
          "[rule_backtest]") {
  RuleBook old = tipoff::small_book();
  old.rules[0].unless.clear();
  old.rules[1].weight = tipoff::Weight::from(0.5);
  old.languages["en"].rumoured.clear();
  const auto rules = detector(tipoff::small_book());
  const auto before = detector(old);
  Backtest backtest(rules, &before, {});
  backtest.take(record("w", "Ostrava to buy wheat"));
  backtest.take(record("b", "Hale is new boss of Ostrava"));
  backtest.take(record("t", "Ostrava in talks to buy Lindqvist"));
  backtest.take(record("s", "Ostrava to buy Lindqvist"));
  const auto& report = backtest.report();
  CHECK(report.lost == 1);
  CHECK(report.gained == 1);
  CHECK(report.changed == 1);
  REQUIRE(report.changes.size() == 3);
  CHECK_THAT(report.changes[0],
             Catch::StartsWith("- acquisition acquirer announced | w: Ostrava to buy wheat | "));
  CHECK_THAT(report.changes[1], Catch::StartsWith("+ executive_appointed announced | b: "));
  CHECK_THAT(report.changes[2],
             Catch::StartsWith("~ acquisition acquirer rumoured (was acquirer announced) | t: "));
  CHECK(report.events.at("acquisition").before == 3);
  CHECK_THAT(to_text(report, rules.rules(), true),
             Catch::Contains("1 gained, 1 lost, 1 changed\n- acquisition"));
}

TEST_CASE("With accounts only theirs count, under their ids", "[rule_backtest]") {
  std::vector<tipoff::Account> accounts(1);
  accounts[0].id = "lin";
  accounts[0].name = "Lindqvist Bearings";
  RuleBook nothing = tipoff::small_book();
  nothing.rules.clear();
  const auto rules = detector(tipoff::small_book());
  const auto before = detector(nothing);
  Backtest backtest(rules, &before, accounts);
  backtest.take(record("1", "Ostrava to buy Lindqvist Bearings"));
  backtest.take(record("2", "Ostrava to buy Halvorsen"));
  CHECK(backtest.report().rules[0].spoke == 1);
  REQUIRE(backtest.report().changes.size() == 1);
  CHECK_THAT(backtest.report().changes[0], Catch::StartsWith("+ lin acquisition target"));
}
