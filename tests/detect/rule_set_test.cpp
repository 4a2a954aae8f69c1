// RuleSet: which rules may speak of a sentence, and where they match.
#include "detect/rule_set.h"

#include <algorithm>

#include "catch.h"
#include "detect/rules_for_tests.h"

using tipoff::NameForm;
using tipoff::RuleSet;

TEST_CASE("Only rules whose atoms stand in the sentence are candidates", "[rule_set]") {
  const auto set = RuleSet::compile(tipoff::small_book());
  REQUIRE(set);
  tipoff::SieveMemory memory;
  REQUIRE(set->candidates("Ostrava TO ACQUIRE Lindqvist", memory).size() == 1);
  CHECK(memory.candidates[0].rule == 0);
  REQUIRE(set->candidates("the new boss of Ostrava", memory).size() == 1);
  CHECK(memory.candidates[0].rule == 1);
  CHECK(set->candidates("nothing of the kind", memory).empty());
}

TEST_CASE("A match tells where the words and the account stand", "[rule_set]") {
  const auto set = RuleSet::compile(tipoff::small_book());
  REQUIRE(set);
  const auto match = set->match(set->whole(1), NameForm::company, "is new boss of Ostrava now", 0);
  REQUIRE(match);
  CHECK(match->words == tipoff::Span{3, 22});
  CHECK(match->account == tipoff::Span{15, 22});
  CHECK_FALSE(set->match(set->whole(1), NameForm::company, "is new boss of Ostrava now", 10));
  CHECK(set->match(set->whole(1), NameForm::marked, "is new boss of \x01 now", 0)->account ==
        tipoff::Span{15, 16});
  CHECK_FALSE(set->match(set->whole(1), NameForm::marked, "is new boss of \x02 now", 0));
}

TEST_CASE("The unless list uses word lists too", "[rule_set]") {
  const auto set = RuleSet::compile(tipoff::small_book());
  REQUIRE(set);
  CHECK(set->excepted(0, "to buy wheat"));
  CHECK_FALSE(set->excepted(0, "to buy Lindqvist"));
}

TEST_CASE("A pattern that is none fails with the id of its rule", "[rule_set]") {
  auto book = tipoff::small_book();
  book.rules[1].patterns = {"["};
  const auto set = RuleSet::compile(book);
  REQUIRE_FALSE(set);
  CHECK_THAT(set.error().message, Catch::StartsWith("executive_appointed.en.boss: "));
}

TEST_CASE("A pattern without an atom is run on every sentence, and is told", "[rule_set]") {
  auto book = tipoff::small_book();
  CHECK(RuleSet::compile(book)->always_run().empty());
  book.rules[0].patterns = {"[a-z]{5}"};
  CHECK(RuleSet::compile(book)->always_run() == std::vector<int>{0});
}

TEST_CASE("An empty book has no candidates", "[rule_set]") {
  const auto set = RuleSet::compile({});
  REQUIRE(set);
  tipoff::SieveMemory memory;
  CHECK(set->candidates("Ostrava to acquire Lindqvist", memory).empty());
}
