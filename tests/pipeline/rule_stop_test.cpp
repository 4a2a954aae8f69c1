// Rule stop: each reason that keeps a rule from speaking.
#include "pipeline/rule_stop.h"

#include "catch.h"
#include "detect/rules_for_tests.h"

using tipoff::ReadSentence;
using tipoff::RuleBook;
using tipoff::StopFinder;
using Texts = std::vector<std::string>;

namespace {

/// A sentence in which [brackets] mark accounts, each another one.
ReadSentence sentence_of(std::string_view marked) {
  ReadSentence sentence;
  std::size_t begin = 0;
  for (const char c : marked) {
    if (c == '[') {
      begin = sentence.text.size();
    } else if (c == ']') {
      const auto account = static_cast<tipoff::AccountIndex>(sentence.names.size());
      sentence.names.push_back({{begin, sentence.text.size()}, account, false});
    } else {
      sentence.text += c;
    }
  }
  return sentence;
}

Texts reasons(const RuleBook& book, std::size_t rule, const ReadSentence& sentence) {
  const auto finder = StopFinder::compile(book).value();
  const auto found = finder.find(rule, sentence);
  REQUIRE(found);
  return finder.reasons(rule, sentence, *found);
}

Texts reasons(std::string_view marked, std::size_t rule = 0) {
  const RuleBook book = tipoff::small_book();
  return reasons(book, rule, sentence_of(marked));
}

}  // namespace

TEST_CASE("A rule whose words are not there is not found", "[rule_stop]") {
  const RuleBook book = tipoff::small_book();
  const auto finder = StopFinder::compile(book).value();
  CHECK_FALSE(finder.find(0, sentence_of("[Ostrava] sleeps")));
  const auto found = finder.find(0, sentence_of("[Ostrava] to buy it"));
  REQUIRE(found);
  CHECK(found->words == tipoff::Span{8, 14});
}

TEST_CASE("A rule that speaks has no reason against it", "[rule_stop]") {
  CHECK(reasons("[Ostrava] to buy Lindqvist").empty());
  CHECK(reasons("Hale is new boss of [Ostrava]", 1).empty());
}

TEST_CASE("unless and silence tell the words they found", "[rule_stop]") {
  CHECK(reasons("[Ostrava] to buy wheat") == Texts{"unless finds \"buy wheat\""});
  CHECK(reasons("[Ostrava] was to buy Lindqvist, years ago") ==
        Texts{"silence \"history\" finds \"years ago\""});
}

TEST_CASE("A stranger, a name too far away and one that is parted from the words are told",
          "[rule_stop]") {
  CHECK_THAT(reasons("Former [Ostrava] man to buy a boat").at(0), Catch::Contains("strangers"));
  CHECK_THAT(reasons("[Ostrava] rises; Hale to buy it").at(0), Catch::Contains("by \";\" (apart)"));
  const std::string far(130, 'x');
  CHECK_THAT(reasons("[Ostrava] " + far + " to buy it").at(0),
             Catch::Contains("132 bytes before") && Catch::Contains("reaches 120"));
  CHECK_THAT(reasons("Former [Ostrava] man is new boss of Lindqvist", 1).at(0),
             Catch::Contains("no account stands at {account}"));
  CHECK_THAT(reasons("Hale is new boss of [Ostrava] supplier Lindqvist", 1).at(0),
             Catch::Contains("strangers"));
}

TEST_CASE("A side that the rule does not take is told, and a sentence without accounts",
          "[rule_stop]") {
  RuleBook book = tipoff::small_book();
  book.rules[0].after = {};
  CHECK_THAT(reasons(book, 0, sentence_of("Hale to buy [Ostrava]")).at(0),
             Catch::Contains("behind the words, where the rule takes none"));
  CHECK_THAT(reasons(book, 0, sentence_of("Hale [to buy] it")).at(0),
             Catch::Contains("within the words"));
  CHECK(reasons("Hale to buy it") == Texts{"no account is named in this sentence"});
}

TEST_CASE("Names that take no part in what a rule says are told with the reason", "[rule_stop]") {
  RuleBook book = tipoff::small_book();
  book.rules[0].after.role = book.rules[0].before.role;
  const auto finder = StopFinder::compile(book).value();
  const auto sentence = sentence_of("Former [Halvorsen] man says [Ostrava] to buy [Lindqvist]");
  const auto found = finder.find(0, sentence).value();
  const std::vector<tipoff::AccountIndex> parties = {1};
  const Texts told = finder.left_out(0, sentence, found, parties);
  REQUIRE(told.size() == 2);
  CHECK_THAT(told[0], Catch::Contains("strangers"));
  CHECK(told[1] == "another account goes before \"Lindqvist\"");
}

TEST_CASE("Place and script are told", "[rule_stop]") {
  RuleBook book = tipoff::small_book();
  book.rules[0].in_body = false;
  book.languages["en"].script = "\\p{Han}";
  ReadSentence sentence = sentence_of("[Ostrava] to buy it");
  sentence.place = tipoff::Place::body;
  const Texts told = reasons(book, 0, sentence);
  REQUIRE(told.size() == 2);
  CHECK_THAT(told[0], Catch::Contains("not tried in the body"));
  CHECK_THAT(told[1], Catch::Contains("\\p{Han}"));
}

TEST_CASE("The certainty is told with the words that made it", "[rule_stop]") {
  RuleBook book = tipoff::small_book();
  const auto finder = StopFinder::compile(book).value();
  CHECK(finder.certainty(0, "Ostrava to buy it", {8, 14}) == "announced");
  CHECK(finder.certainty(0, "Ostrava in talks to buy it", {17, 23}) == "rumoured by \"in talks\"");
  CHECK(finder.certainty(0, "Ostrava denies talks", {0, 7}) == "denied by \"denies\"");
  book.rules[0].certainty = tipoff::Certainty::completed;
  CHECK(finder.certainty(0, "Ostrava denies talks", {0, 7}) == "completed by the rule");
}

TEST_CASE("Rules that do not compile are an error that names the rule", "[rule_stop]") {
  RuleBook book = tipoff::small_book();
  book.rules[0].unless = {"("};
  CHECK_THAT(StopFinder::compile(book).error().message, Catch::Contains("acquisition.en.buys"));
}
