// Lent lists: what a rule without a language knows of wording.
#include "config/lent_lists.h"

#include "catch.h"

using namespace tipoff;

namespace {

RuleBook book_with(std::string language_of_rule) {
  RuleBook book;
  Rule rule;
  rule.id = "sap";
  rule.language = std::move(language_of_rule);
  book.rules.push_back(rule);
  Language& english = book.languages["en"];
  english.code = "en";
  english.words = {{"say", {"sources say", "reports say"}}};
  english.rumoured = {"{say}"};
  english.denied = {"{nix}"};
  english.stranger_before = {"former "};
  english.silences.push_back({"price target", {"price target"}, {}, true, "words.en.toml", 3});
  book.languages["zh"].code = "zh";
  book.languages["zh"].rumoured = {"据传"};
  return book;
}

}  // namespace

TEST_CASE("A rule without a language has the word lists of all", "[rule_file]") {
  RuleBook book = book_with("");
  lend_lists(book);
  const Language& lists = book.languages[""];
  CHECK(lists.rumoured == std::vector<std::string>{"(?:sources say|reports say)", "据传"});
  CHECK(lists.denied.empty());
  CHECK(lists.stranger_before == std::vector<std::string>{"former "});
  REQUIRE(lists.silences.size() == 1);
  CHECK(lists.silences[0].whole);
}

TEST_CASE("Where every rule has a language nothing is lent", "[rule_file]") {
  RuleBook book = book_with("en");
  lend_lists(book);
  CHECK(book.languages.size() == 2);
}
