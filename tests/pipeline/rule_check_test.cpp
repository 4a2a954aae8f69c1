// Rule check: examples against rules; and all examples of the shipped rules.
#include "pipeline/rule_check.h"

#include <filesystem>

#include "catch.h"
#include "config/rule_file.h"
#include "detect/rules_for_tests.h"

using tipoff::Example;
using tipoff::RuleBook;

namespace {

RuleBook book_with(std::vector<Example> fires, std::vector<Example> silent) {
  RuleBook book = tipoff::small_book();
  book.rules[0].fires = std::move(fires);
  book.rules[0].silent = std::move(silent);
  return book;
}

tipoff::RuleCheck check(std::vector<Example> fires, std::vector<Example> silent) {
  return tipoff::check_rules(book_with(std::move(fires), std::move(silent))).value();
}

}  // namespace

TEST_CASE("Examples that hold are trials without a complaint", "[rule_check]") {
  const auto result = check(
      {{"[Ostrava] to buy Lindqvist => acquirer, announced", 1}, {"Ostrava to buy Lindqvist", 2}},
      {{"Ostrava to buy wheat", 3}});
  CHECK(result.trials.size() == 3);
  CHECK(result.failed() == 0);
  CHECK(result.trials[2].kind == "silent");
}

TEST_CASE("A rule that does not fire, or fires otherwise, is told with the line of its example",
          "[rule_check]") {
  const auto result = check(
      {{"Ostrava sleeps", 7}, {"Ostrava to buy [Lindqvist] => acquirer", 8}, {"x => boss", 9}}, {});
  REQUIRE(result.failed() == 3);
  CHECK(result.trials[0].line == 7);
  CHECK(result.trials[0].why == "the rule does not fire");
  CHECK_THAT(result.trials[1].why, Catch::Contains("target"));
  REQUIRE(result.trials[1].diff.size() == 2);
  CHECK_THAT(result.trials[1].diff[0], Catch::StartsWith("- acquisition acquirer"));
  CHECK_THAT(result.trials[1].diff[1], Catch::StartsWith("+ acquisition target announced"));
  CHECK_THAT(result.trials[2].why, Catch::Contains("boss"));
}

TEST_CASE("A rule that should be silent is told with what came out", "[rule_check]") {
  const auto result = check({}, {{"Ostrava to buy Lindqvist", 4}});
  REQUIRE(result.failed() == 1);
  CHECK_THAT(result.trials[0].why, Catch::Contains("acquisition.en.buys"));
  CHECK(result.trials[0].diff[0] == "- no acquisition");
}

TEST_CASE("A weak rule only has to speak", "[rule_check]") {
  RuleBook book = book_with({{"Ostrava to buy Lindqvist", 1}}, {});
  book.rules[0].weight = tipoff::Weight::from(0.5);
  CHECK(tipoff::check_rules(book)->failed() == 0);
}

TEST_CASE("Only the chosen rules are tried, and those that fired are marked", "[rule_check]") {
  RuleBook book = book_with({{"Ostrava to buy Lindqvist", 1}}, {});
  book.rules[1].fires = {{"Ostrava to buy Lindqvist", 2}};
  const auto detector = tipoff::Detector::compile(book).value();
  const auto all = tipoff::check_examples(detector, {});
  CHECK(all.fired == std::vector<bool>{true, false});
  CHECK(all.failed() == 1);
  const auto chosen =
      tipoff::check_examples(detector, tipoff::TrialChoice::from("^acquisition").value());
  REQUIRE(chosen.trials.size() == 1);
  CHECK(chosen.trials[0].name == "acquisition.en.buys");
}

TEST_CASE("All examples of the shipped rules hold", "[rule_check]") {
  const std::filesystem::path shipped = tipoff::shipped_rules();
  const auto reading = tipoff::read_rules(std::span(&shipped, 1));
  const auto result = tipoff::check_rules(reading.book);
  REQUIRE(result);
  CHECK(result->trials.size() > 150);
  for (const tipoff::RuleTrial& trial : result->trials) {
    if (!trial.holds()) FAIL_CHECK(trial.name << ": " << trial.why << "\n" << trial.text);
  }
}
