// Rule explain: verdicts, sums, and how they read.
#include "pipeline/rule_explain.h"

#include <cmath>

#include "catch.h"
#include "detect/example.h"
#include "detect/rules_for_tests.h"

using tipoff::Explanation;
using tipoff::RuleBook;

namespace {

struct Explained {
  RuleBook book;
  Explanation explanation;
  std::string text;

  explicit Explained(std::string_view marked, RuleBook rules = tipoff::small_book())
      : book(std::move(rules)) {
    const auto detector = tipoff::Detector::compile(book).value();
    const auto finder = tipoff::StopFinder::compile(book).value();
    const auto reading = tipoff::read_example(marked).value();
    explanation =
        tipoff::explain(detector, finder, reading.text, reading.mentions, reading.mentions.empty());
    const std::vector<std::string> names = {"Ostrava"};
    text = tipoff::to_text(explanation, detector.rules(), names);
  }
};

}  // namespace

TEST_CASE("A rule that speaks is told with its words, points and certainty", "[rule_explain]") {
  const Explained explained("[Ostrava] in talks to buy Lindqvist");
  REQUIRE(explained.explanation.sentences.size() == 1);
  REQUIRE(explained.explanation.events.size() == 1);
  const auto& event = explained.explanation.events[0];
  REQUIRE(event.trigger);
  CHECK(std::abs(event.points - 1.2) < 1e-9);
  CHECK_THAT(explained.text, Catch::Contains("+ acquisition.en.buys: \"to buy\""));
  CHECK_THAT(explained.text,
             Catch::Contains("Ostrava: +1.20 points, acquirer, rumoured by \"in talks\""));
  CHECK_THAT(explained.text, Catch::Contains("Ostrava: acquisition acquirer rumoured"));
}

TEST_CASE("A rule that is stopped is told with the reason, and only where its words stand",
          "[rule_explain]") {
  const Explained explained("[Ostrava] to buy wheat || It rains in Graz.");
  CHECK_THAT(explained.text,
             Catch::Contains("- acquisition.en.buys: \"to buy\"\n      stopped: unless"));
  CHECK_THAT(explained.text, Catch::Contains("lead: It rains in Graz.\n  no rule finds"));
  CHECK_THAT(explained.text, Catch::EndsWith("Events: none\n"));
}

TEST_CASE("An account that the rule passes over is told under the rule", "[rule_explain]") {
  const Explained explained("Former [Ostrava] man: Hale to buy Lindqvist || [Ostrava] to buy it.");
  CHECK_THAT(explained.text, Catch::Contains("stopped: \"Ostrava\" only tells"));
  RuleBook book = tipoff::small_book();
  book.rules[0].after = {};
  CHECK_THAT(Explained("[Ostrava] to buy Lindqvist", book).text, !Catch::Contains("left out"));
}

TEST_CASE("An event that is too light is told with its points", "[rule_explain]") {
  RuleBook book = tipoff::small_book();
  book.rules[0].weight = tipoff::Weight::from(0.5);
  const Explained explained("[Ostrava] to buy Lindqvist", book);
  REQUIRE(explained.explanation.events.size() == 1);
  CHECK_FALSE(explained.explanation.events[0].trigger);
  CHECK_THAT(explained.text, Catch::Contains("no acquisition: too light: 0.50 points"));
}

TEST_CASE("An event whose points go to another one of its family is told with that one",
          "[rule_explain]") {
  RuleBook book = tipoff::small_book();
  book.rules[1].id = "merger.en.deal";
  book.rules[1].event = "merger";
  book.rules[1].family = "deals";
  book.rules[1].patterns = {"\\bto buy\\b"};
  book.rules[1].weight = tipoff::Weight::from(0.4);
  const Explained explained("[Ostrava] to buy Lindqvist", book);
  REQUIRE(explained.explanation.events.size() == 2);
  CHECK_THAT(explained.text, Catch::Contains("no merger: its points go to acquisition"));
}

TEST_CASE("Without accounts every company counts", "[rule_explain]") {
  const Explained explained("Ostrava to buy Lindqvist");
  REQUIRE(explained.explanation.events.size() == 1);
  CHECK_FALSE(explained.explanation.events[0].account);
  CHECK_THAT(explained.text, Catch::Contains("Events:\n  acquisition acquirer announced"));
}

TEST_CASE("Each verdict of a sentence agrees with the detector", "[rule_explain]") {
  const Explained explained("[Ostrava] to buy Lindqvist || Hale is new boss of [Ostrava]. Rain.");
  std::size_t hits = 0;
  for (const auto& sentence : explained.explanation.sentences)
    for (const auto& rule : sentence.rules) hits += rule.hits.size();
  const auto detector = tipoff::Detector::compile(explained.book).value();
  const auto reading =
      tipoff::read_example("[Ostrava] to buy Lindqvist || Hale is new boss of [Ostrava]. Rain.")
          .value();
  const auto all = tipoff::passages(reading.text);
  CHECK(hits == detector.hits(reading.text, all, reading.mentions, false).size());
  CHECK(hits == 2);
}

TEST_CASE("A text in traditional characters is explained as the rules read it", "[rule_explain]") {
  RuleBook book = tipoff::small_book();
  book.rules[0].patterns = {"收购"};
  const Explained explained("[樾宸精工]擬收購海棠工具", book);
  CHECK_THAT(explained.text, Catch::Contains("+ acquisition.en.buys: \"收购\""));
  CHECK_THAT(explained.text, Catch::Contains("names Ostrava: \"樾宸精工\""));
}
