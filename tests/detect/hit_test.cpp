// Adding hits up.
#include "detect/hit.h"

#include "catch.h"

using tipoff::Certainty;
using tipoff::Hit;
using tipoff::NewsText;
using tipoff::Place;
using tipoff::Role;
using tipoff::Rule;

namespace {

Rule rule_of(const std::string& id, const std::string& event, const std::string& family = "") {
  Rule rule;
  rule.id = id;
  rule.event = event;
  rule.family = family;
  return rule;
}

const std::vector<Rule> rules{rule_of("buys", "acquisition", "deals"),
                              rule_of("noun", "acquisition", "deals"),
                              rule_of("merges", "merger", "deals"),
                              rule_of("not", "acquisition", "deals"), rule_of("cuts", "layoffs")};
const NewsText text{"Ostrava to buy Lindqvist", "Ostrava will pay cash. It cuts jobs.", ""};

Hit hit_of(int rule, std::size_t passage, double points) {
  Hit hit;
  hit.rule = rule;
  hit.account = 7;
  hit.passage = passage;
  hit.place = passage == 0 ? Place::title : passage == 1 ? Place::lead : Place::body;
  hit.words = {0, 7};
  hit.points = points;
  return hit;
}

std::vector<tipoff::Trigger> add_up(const std::vector<Hit>& hits) {
  return tipoff::add_up(hits, rules, tipoff::passages(text), text);
}

}  // namespace

TEST_CASE("One point makes an event, less does not", "[hit]") {
  CHECK(add_up({hit_of(4, 0, 1.0)}).size() == 1);
  CHECK(add_up({hit_of(4, 2, 0.4)}).empty());
}

TEST_CASE("Rules add up, a rule counts once", "[hit]") {
  CHECK(add_up({hit_of(0, 1, 0.6), hit_of(1, 2, 0.5)}).size() == 1);
  CHECK(add_up({hit_of(0, 1, 0.6), hit_of(0, 2, 0.5)}).empty());
}

TEST_CASE("The best hit gives rule, evidence and certainty", "[hit]") {
  Hit lead = hit_of(1, 1, 0.5);
  lead.certainty = Certainty::completed;
  lead.role = Role::acquirer;
  const auto triggers = add_up({lead, hit_of(0, 0, 1.2)});
  REQUIRE(triggers.size() == 1);
  CHECK(triggers[0].rule == "buys");
  CHECK(triggers[0].evidence == "Ostrava to buy Lindqvist");
  CHECK(triggers[0].certainty == Certainty::announced);
  CHECK(triggers[0].role == Role::acquirer);
  CHECK(triggers[0].begin == 0);
  CHECK(triggers[0].end == 24);
}

TEST_CASE("What a strong hit calls completed is not merely announced", "[hit]") {
  Hit lead = hit_of(1, 1, 1.0);
  lead.certainty = Certainty::completed;
  CHECK(add_up({lead, hit_of(0, 0, 1.2)})[0].certainty == Certainty::completed);
}

TEST_CASE("Events of one family support the strongest of them", "[hit]") {
  const auto triggers = add_up({hit_of(0, 1, 0.6), hit_of(2, 1, 0.5)});
  REQUIRE(triggers.size() == 1);
  CHECK(triggers[0].event == "acquisition");
  CHECK(add_up({hit_of(0, 1, 0.6), hit_of(4, 2, 0.5)}).empty());
}

TEST_CASE("Weak signs of a second event of the family are circumstances of the first", "[hit]") {
  const auto triggers = add_up({hit_of(2, 0, 1.4), hit_of(0, 1, 0.6), hit_of(1, 1, 0.5)});
  REQUIRE(triggers.size() == 1);
  CHECK(triggers[0].event == "merger");

  CHECK(add_up({hit_of(2, 0, 1.4), hit_of(0, 1, 1.0)}).size() == 2);
}

TEST_CASE("What speaks against one event speaks against its family", "[hit]") {
  CHECK(add_up({hit_of(2, 1, 1.0), hit_of(3, 1, -0.5)}).empty());
}

TEST_CASE("The body takes nothing from what the headline says", "[hit]") {
  CHECK(add_up({hit_of(0, 0, 1.1), hit_of(3, 2, -0.8)}).size() == 1);
  CHECK(add_up({hit_of(0, 0, 1.1), hit_of(3, 0, -0.8)}).empty());
}

TEST_CASE("A trigger is ambiguous unless certain mentions alone are enough", "[hit]") {
  Hit doubtful = hit_of(0, 0, 1.2);
  doubtful.ambiguous = true;
  CHECK(add_up({doubtful}).at(0).ambiguous);
  CHECK_FALSE(add_up({doubtful, hit_of(0, 1, 1.0)}).at(0).ambiguous);
}

TEST_CASE("Long evidence is cut around the words, between characters", "[hit]") {
  std::string title;
  for (int i = 0; i < 300; ++i) title += "收";
  const NewsText long_text{title, "", ""};
  Hit hit = hit_of(4, 0, 1.2);
  hit.words = {600, 603};
  const auto triggers =
      tipoff::add_up(std::vector{hit}, rules, tipoff::passages(long_text), long_text);
  REQUIRE(triggers.size() == 1);
  CHECK(triggers[0].evidence.size() <= 306);
  CHECK(triggers[0].begin % 3 == 0);
  CHECK(triggers[0].end % 3 == 0);
  CHECK(triggers[0].begin <= 600);
  CHECK(triggers[0].end >= 603);
}
