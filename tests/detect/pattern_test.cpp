// Patterns: word lists filled in.
#include "detect/pattern.h"

#include <re2/re2.h>

#include "catch.h"
#include "detect/regex.h"

using tipoff::Language;
using tipoff::NameForm;

namespace {

Language english() {
  Language language;
  language.code = "en";
  language.company = "(?-i:[A-Z]\\w+)";
  language.words = {
      {"buy", {"buy", "acquire"}}, {"deal", {"{buy}out", "merger"}}, {"loop", {"{loop}"}}};
  return language;
}

bool finds(const std::string& pattern, const std::string& text) {
  return RE2::PartialMatch(text, RE2(pattern, tipoff::rule_options()));
}

}  // namespace

TEST_CASE("A name in braces is a word list, and lists may hold lists", "[pattern]") {
  const auto pattern = tipoff::expand("\\bto {deal}\\b", english(), NameForm::company);
  REQUIRE(pattern);
  CHECK(finds(*pattern, "to buyout"));
  CHECK(finds(*pattern, "to merger"));
}

TEST_CASE("Repetitions and character classes keep their braces", "[pattern]") {
  CHECK(tipoff::expand("a{2,5}\\p{Han}", english(), NameForm::company).value() == "a{2,5}\\p{Han}");
}

TEST_CASE("Only accounts are captured", "[pattern]") {
  CHECK(tipoff::expand("(a|b) {account}", english(), NameForm::marked).value() == "(?:a|b) (\x01)");
  CHECK(tipoff::expand("\\((a)", english(), NameForm::marked).value() == "\\((?:a)");
}

TEST_CASE("An unknown or endless list is a fault that names it", "[pattern]") {
  CHECK_THAT(tipoff::pattern_fault("{bye}", english()).value_or(""), Catch::Contains("{bye}"));
  CHECK_THAT(tipoff::pattern_fault("{loop}", english()).value_or(""),
             Catch::Contains("contains itself"));
  CHECK_THAT(tipoff::pattern_fault("(", english()).value_or(""),
             Catch::Contains("no valid pattern"));
  CHECK_FALSE(tipoff::pattern_fault("\\bto {buy}", english()));
}

TEST_CASE("A rule that writes {account} says itself where the account stands", "[pattern]") {
  tipoff::Rule rule;
  rule.patterns = {"boss of {account}"};
  CHECK(tipoff::names_account(rule));
  rule.patterns = {"boss of {other}"};
  CHECK_FALSE(tipoff::names_account(rule));
}
