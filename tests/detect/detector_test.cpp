// Detector: from text and mentions to triggers.
#include "detect/detector.h"

#include "catch.h"
#include "detect/rules_for_tests.h"

using tipoff::Certainty;
using tipoff::Detector;
using tipoff::Field;
using tipoff::Mention;
using tipoff::NewsText;
using tipoff::Role;

namespace {

const Detector& small() {
  static const Detector detector = Detector::compile(tipoff::small_book()).value();
  return detector;
}

}  // namespace

TEST_CASE("Buyer and bought each get the event, in order of account", "[detector]") {
  const NewsText text{"Ostrava to buy Lindqvist", "", "en"};
  const auto triggers = small().detect(
      text, std::vector<Mention>{{5, Field::title, 0, 7, false}, {2, Field::title, 15, 24, false}});
  REQUIRE(triggers.size() == 2);
  CHECK(triggers[0].account == 2U);
  CHECK(triggers[0].role == Role::target);
  CHECK(triggers[1].account == 5U);
  CHECK(triggers[1].role == Role::acquirer);
  CHECK(triggers[1].evidence == "Ostrava to buy Lindqvist");
}

TEST_CASE("Sentences that name no account are not looked at", "[detector]") {
  const NewsText text{"Quiet day", "Ostrava rose. Somebody is to buy Lindqvist.", "en"};
  CHECK(small().detect(text, std::vector<Mention>{{0, Field::body, 0, 7, false}}).empty());
}

TEST_CASE("Where any company counts, no account is given and an event comes out once",
          "[detector]") {
  const auto triggers =
      small().detect_any({"Ostrava to buy Lindqvist", "It is in talks to acquire it.", "en"});
  REQUIRE(triggers.size() == 1);
  CHECK_FALSE(triggers[0].account);
  CHECK(triggers[0].certainty == Certainty::announced);
}

TEST_CASE("Exceptions and silences stop a rule", "[detector]") {
  CHECK(small().detect_any({"Ostrava to buy wheat", "", "en"}).empty());
  CHECK(small().detect_any({"Years ago Ostrava was to buy Lindqvist", "", "en"}).empty());
}

TEST_CASE("A weak hit in the body alone does not fire", "[detector]") {
  CHECK(small()
            .detect_any({"Quiet day", "Markets slept. Ostrava is to buy Lindqvist.", "en"})
            .empty());
}

TEST_CASE("{account} must stand where the pattern has it", "[detector]") {
  const NewsText text{"Halvorsen is new boss of Ostrava", "", "en"};
  CHECK(small().detect(text, std::vector<Mention>{{0, Field::title, 25, 32, false}}).size() == 1);
  CHECK(small().detect(text, std::vector<Mention>{{0, Field::title, 0, 9, false}}).empty());
  CHECK(small().detect_any({"Halvorsen is new boss of Ostrava", "", ""}).size() == 1);
}

TEST_CASE("A line break within a sentence is a space to the rules", "[detector]") {
  CHECK(small().detect_any({"Ostrava to\nbuy Lindqvist", "", "en"}).size() == 1);
}

TEST_CASE("What rests on an ambiguous mention is ambiguous", "[detector]") {
  const NewsText text{"Ostrava to buy Lindqvist", "", "en"};
  const auto triggers = small().detect(text, std::vector<Mention>{{0, Field::title, 0, 7, true}});
  REQUIRE(triggers.size() == 1);
  CHECK(triggers[0].ambiguous);
}

TEST_CASE("A text full of names and sentences takes linear time", "[detector]") {
  NewsText text{"Ostrava", "", "en"};
  std::vector<Mention> mentions;
  for (tipoff::AccountIndex i = 0; i < 40'000; ++i) {
    mentions.push_back({i, Field::body, text.body.size(), text.body.size() + 7, false});
    text.body += i % 2 == 0 ? "Ostrava to buy it. " : "Ostrava ";
  }
  CHECK(small().detect(text, mentions).size() == 1);
}

TEST_CASE("A list of very many accounts takes linear time", "[detector]") {
  NewsText text{"", "", "en"};
  std::vector<Mention> mentions;
  for (tipoff::AccountIndex i = 0; i < 40'000; ++i) {
    mentions.push_back({i, Field::title, text.title.size(), text.title.size() + 7, false});
    text.title += "Ostrava ";
  }
  text.title += "has a new boss of Ostrava to buy";
  CHECK(small().detect(text, mentions).size() <= 1);
}

TEST_CASE("An opinion in the title silences the whole text", "[detector]") {
  const std::vector<Mention> lead{{0, Field::body, 0, 7, false}};
  CHECK(small().detect({"A plan", "Ostrava to buy Lindqvist.", "en"}, lead).size() == 1);
  CHECK(small().detect({"Opinion: a plan", "Ostrava to buy Lindqvist.", "en"}, lead).empty());
}

TEST_CASE("A text that says it is about a namesake is no news of the account", "[detector]") {
  const NewsText text{"Ostrava to buy Lindqvist", "It is not related to Ostrava Mills.", "en"};
  const std::vector<Mention> mentions{{0, Field::title, 0, 7, false},
                                      {0, Field::body, 21, 34, false}};
  CHECK(small().detect(text, mentions).empty());
}

TEST_CASE("Evidence is the raw text, however the rules read it", "[detector]") {
  tipoff::RuleBook book = tipoff::small_book();
  book.rules[0].patterns = {"收购"};
  const auto detector = Detector::compile(book).value();
  const NewsText text{"２０３１年 沐嶺收購櫟川", "", "zh"};
  const std::size_t name = text.title.find("沐");
  const auto triggers =
      detector.detect(text, std::vector<Mention>{{0, Field::title, name, name + 6, false}});
  REQUIRE(triggers.size() == 1);
  CHECK(triggers[0].evidence == text.title);
  CHECK(triggers[0].role == Role::acquirer);
}

TEST_CASE("Boilerplate before the news does not use up title and lead", "[detector]") {
  tipoff::RuleBook book = tipoff::small_book();
  book.rules[0].weight = {1.1, 1.0, 0.3};
  const auto detector = Detector::compile(book).value();
  CHECK(detector.detect_any({"News", "Subscribe now. Ostrava to buy Lindqvist.", ""}).size() == 1);
  CHECK(detector.detect_any({"", "Subscribe now. Ostrava to buy Lindqvist. Rain.", ""}).size() ==
        1);
  CHECK(detector.detect_any({"News", "Rain fell. Ostrava to buy Lindqvist.", ""}).empty());
}

TEST_CASE("The two hundred first sentences that name an account are read, and no more",
          "[detector]") {
  const auto told_behind = [](int sentences) {
    std::string body;
    std::vector<Mention> mentions;
    for (int i = 0; i <= sentences; ++i) {
      mentions.push_back({0, Field::body, body.size(), body.size() + 7, false});
      body += i < sentences ? "Ostrava is in the news. " : "Ostrava to buy Lindqvist.";
    }
    const auto detector = Detector::compile(tipoff::small_book()).value();
    const NewsText text{"", body, "en"};
    return detector.hits(text, tipoff::passages(text), mentions, false).size();
  };
  CHECK(told_behind(150) == 1);
  CHECK(told_behind(201) == 0);
}
