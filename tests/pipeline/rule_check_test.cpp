// Rule check: examples against rules; and all examples of the shipped rules.
#include "pipeline/rule_check.h"

#include <filesystem>

#include "catch.h"
#include "config/rule_file.h"
#include "detect/rules_for_tests.h"

using tipoff::Example;
using tipoff::RuleBook;

namespace {

tipoff::RuleCheck check(std::vector<Example> fires, std::vector<Example> silent) {
  RuleBook book = tipoff::small_book();
  book.rules[0].fires = std::move(fires);
  book.rules[0].silent = std::move(silent);
  return tipoff::check_rules(book).value();
}

}  // namespace

TEST_CASE("Examples that hold are counted and not told", "[rule_check]") {
  const auto result = check(
      {{"[Ostrava] to buy Lindqvist => acquirer, announced", 1}, {"Ostrava to buy Lindqvist", 2}},
      {{"Ostrava to buy wheat", 3}});
  CHECK(result.examples == 3);
  CHECK(result.failures.empty());
}

TEST_CASE("A rule that does not fire, or fires otherwise, is told with the line of its example",
          "[rule_check]") {
  const auto result = check(
      {{"Ostrava sleeps", 7}, {"Ostrava to buy [Lindqvist] => acquirer", 8}, {"x => boss", 9}}, {});
  REQUIRE(result.failures.size() == 3);
  CHECK(result.failures[0].line == 7);
  CHECK(result.failures[0].why == "the rule does not fire");
  CHECK_THAT(result.failures[1].why, Catch::Contains("target"));
  CHECK_THAT(result.failures[2].why, Catch::Contains("boss"));
}

TEST_CASE("A rule that should be silent is told with what came out", "[rule_check]") {
  const auto result = check({}, {{"Ostrava to buy Lindqvist", 4}});
  REQUIRE(result.failures.size() == 1);
  CHECK_THAT(result.failures[0].why, Catch::Contains("acquisition.en.buys"));
}

TEST_CASE("A weak rule only has to speak", "[rule_check]") {
  RuleBook book = tipoff::small_book();
  book.rules[0].weight = tipoff::Weight::from(0.5);
  book.rules[0].fires = {{"Ostrava to buy Lindqvist", 1}};
  CHECK(tipoff::check_rules(book)->failures.empty());
}

TEST_CASE("All examples of the shipped rules hold", "[rule_check]") {
  const std::filesystem::path shipped = tipoff::shipped_rules();
  const auto reading = tipoff::read_rules(std::span(&shipped, 1));
  const auto result = tipoff::check_rules(reading.book);
  REQUIRE(result);
  CHECK(result->examples > 150);
  for (const tipoff::RuleFailure& failure : result->failures) {
    FAIL_CHECK(failure.rule << ": " << failure.why << "\n" << failure.text);
  }
}
