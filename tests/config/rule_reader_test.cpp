// One rule file: what is read and what is complained about.
#include "config/rule_reader.h"

#include <cmath>

#include "catch.h"

using tipoff::Certainty;
using tipoff::Role;
using tipoff::Rule;
using tipoff::RuleReading;

namespace {

RuleReading read(std::string_view text) {
  RuleReading reading;
  tipoff::parse_rule_file(text, "r.toml", reading);
  return reading;
}

tipoff::Complaint only_complaint(std::string_view text) {
  const RuleReading reading = read(text);
  REQUIRE(reading.complaints.size() == 1);
  return reading.complaints[0];
}

}  // namespace

TEST_CASE("All keys of a rule are read", "[rule_reader]") {
  const RuleReading reading = read(R"(language = "en"
family = "deals"
[[rule]]
id = "a.en.b"
event = "acquisition"
pattern = ['one', 'two']
unless = 'three'
where = ["title", "lead"]
weight = [1.0, 0.5, 0.1]
role = "seller"
before = "acquirer"
inside = "self"
after = "none"
within = 50
certainty = "completed"
fires = ["yes"]
silent = ["no"]
)");
  CHECK(reading.complaints.empty());
  REQUIRE(reading.book.rules.size() == 1);
  const Rule& rule = reading.book.rules[0];
  CHECK(rule.id == "a.en.b");
  CHECK(rule.event == "acquisition");
  CHECK(rule.language == "en");
  CHECK(rule.family == "deals");
  CHECK(rule.patterns == std::vector<std::string>{"one", "two"});
  CHECK(rule.unless == std::vector<std::string>{"three"});
  CHECK((rule.in_title && rule.in_lead && !rule.in_body));
  CHECK(rule.weight.title == 1.0);
  CHECK(rule.weight.lead == 0.5);
  CHECK(rule.weight.body == 0.1);
  CHECK(rule.role == Role::seller);
  CHECK(rule.before.role == Role::acquirer);
  CHECK((rule.inside.counts && !rule.inside.role));
  CHECK_FALSE(rule.after.counts);
  CHECK(rule.within == 50);
  CHECK(rule.certainty == Certainty::completed);
  CHECK(rule.fires.at(0).text == "yes");
  CHECK(rule.fires.at(0).line == 16);
  CHECK(rule.silent.at(0).text == "no");
  CHECK(rule.line == 3);
}

TEST_CASE("A weight of one number is less in lead and body", "[rule_reader]") {
  const auto reading = read("[[rule]]\nid='a'\nevent='b'\nwords=['SAP']\nweight = 2\n");
  REQUIRE(reading.book.rules.size() == 1);
  CHECK(std::abs(reading.book.rules[0].weight.lead - 1.7) < 1e-9);
  CHECK(std::abs(reading.book.rules[0].weight.body - 0.7) < 1e-9);
}

TEST_CASE("Word lists, wordings and silences of a language are read and added up",
          "[rule_reader]") {
  RuleReading reading;
  tipoff::parse_rule_file(R"(language = "en"
company = 'C'
apart = ['a']
[words]
buy = ['buy']
[certainty]
rumoured = ['r']
completed = ['c']
denied = ['d']
[strangers]
before = ['b']
after = ['f']
[[silence]]
whole = true
name = "old"
pattern = ['ago']
events = ["merger"]
)",
                          "w.toml", reading);
  tipoff::parse_rule_file("language = 'en'\n[words]\nbuy = ['acquire']\n", "x.toml", reading);
  CHECK(reading.complaints.empty());
  const tipoff::Language& english = reading.book.languages.at("en");
  CHECK(english.words.at("buy") == std::vector<std::string>{"buy", "acquire"});
  CHECK(english.company == "C");
  CHECK(english.apart == std::vector<std::string>{"a"});
  CHECK(english.denied == std::vector<std::string>{"d"});
  CHECK(english.stranger_after == std::vector<std::string>{"f"});
  REQUIRE(english.silences.size() == 1);
  CHECK(english.silences[0].events == std::vector<std::string>{"merger"});
  CHECK(english.silences[0].whole);
}

TEST_CASE("An unknown key is told with its line and the nearest valid one", "[rule_reader]") {
  const auto complaint =
      only_complaint("[[rule]]\nid = 'a'\nevent = 'b'\npattern = 'c'\nsilnt = ['d']\n");
  CHECK(complaint.file == "r.toml");
  CHECK(complaint.line == 5);
  CHECK(complaint.key == "rule[1].silnt");
  CHECK_THAT(complaint.message, Catch::Contains("silent"));
}

TEST_CASE("A rule that is wrong is left out, the others stay", "[rule_reader]") {
  const auto reading = read(
      "[[rule]]\nevent = 'b'\npattern = 'c'\n[[rule]]\nid = 'a'\nevent = 'b'\npattern = 'c'\n");
  REQUIRE(reading.complaints.size() == 1);
  CHECK(reading.complaints[0].key == "rule[1].id");
  CHECK(reading.book.rules.size() == 1);
}

TEST_CASE("Wrong values are told where they stand", "[rule_reader]") {
  const std::string head = "[[rule]]\nid='a'\nevent='b'\npattern='c'\n";
  CHECK(only_complaint(head + "before = 'buyer'\n").line == 5);
  CHECK(only_complaint(head + "role = 'boss'\n").key == "rule[1].role");
  CHECK(only_complaint(head + "certainty = 'sure'\n").key == "rule[1].certainty");
  CHECK(only_complaint(head + "where = ['head']\n").key == "rule[1].where");
  CHECK(only_complaint(head + "weight = [1, 2]\n").key == "rule[1].weight");
  CHECK(only_complaint(head + "weight = 'much'\n").key == "rule[1].weight");
  CHECK(only_complaint(head + "fires = [1]\n").key == "rule[1].fires");
  CHECK(only_complaint("[[rule]]\nid='a'\nevent='My Event'\npattern='c'\n").key == "rule[1].event");
  CHECK(only_complaint("[[rule]]\nid='a'\nevent='b'\n").key == "rule[1].pattern");
  CHECK(only_complaint("[[rule]]\nid='a'\nevent='b'\nwords=['-']\n").key == "rule[1].words");
  CHECK(only_complaint("rule = 3\n").key == "rule");
  CHECK(only_complaint("words = 3\n").key == "words");
}

TEST_CASE("Broken TOML is one complaint with its line", "[rule_reader]") {
  CHECK(only_complaint("language = 'en'\n[[rule\n").line == 2);
}
