// The step in the scorecard that each finding asks for.
#include "learn/change.h"

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::target;

namespace {

/// 40 of 100 against 10 of 100: more; 2 of 100 against 30 of 100: less, and below one in ten.
Finding finding(TraitKind kind, std::string value, bool more, int older_than = 0) {
  Finding finding;
  finding.trait = {
      .kind = kind, .value = std::move(value), .older_than = std::chrono::days{older_than}};
  finding.seen = more ? FourfoldTable{100, 40, 100, 10} : FourfoldTable{100, 2, 100, 30};
  finding.odds_ratio = more ? 4 : 0.25;
  return finding;
}

/// Less than the others, but for all one knows above one in ten.
Finding mildly_less(TraitKind kind, std::string value) {
  Finding less = finding(kind, std::move(value), false);
  less.seen = {100, 15, 100, 40};
  return less;
}

std::optional<Change> change(const Finding& finding, const Scoring& current,
                             std::vector<Finding> findings = {}) {
  return change_for(finding, {.current = &current,
                              .findings = findings,
                              .event_types = {"merger", "funding", "layoffs"},
                              .target = 0.1});
}

std::string words(const std::optional<Change>& change) {
  return change ? change->words : "-";
}

Scoring seller() {
  return {.profile = samples::profile(), .retired_rules = {}};
}

Scoring weighing(std::map<std::string, TriggerWeight> triggers) {
  Scoring scoring = seller();
  scoring.profile.triggers = std::move(triggers);
  return scoring;
}

TriggerWeight weight(int points, int window_days = 180) {
  return {.weight = points, .window = std::chrono::days{window_days}};
}

}  // namespace

TEST_CASE("A target that wins more becomes more important", "[change]") {
  const auto drawn = change(finding(TraitKind::industry, "Logistics", true), seller());
  CHECK(words(drawn) == "raise the importance of the industry Logistics from 1 to 2");
  CHECK(drawn->after.profile.industries[1].importance == 2);
  CHECK(drawn->after.profile.industries[0] == seller().profile.industries[0]);
  CHECK(words(change(finding(TraitKind::title, "COO", true), seller())) ==
        "raise the importance of the title COO from 1 to 2");
}

TEST_CASE("Where it is very important already, the others become less so", "[change]") {
  Scoring current = seller();
  current.profile.regions = {target("Germany", 2), target("Austria", 2), target("Italy", 1),
                             target("Spain", 2)};
  const auto germany = finding(TraitKind::region, "Germany", true);
  const auto spain = finding(TraitKind::region, "Spain", true);
  CHECK(words(change(germany, current, {germany, spain})) ==
        "lower the importance of the region Austria from 2 to 1");
  CHECK(words(change(germany, current, {germany})) ==
        "lower the importance of the regions Austria, Spain from 2 to 1");
  current.profile.regions = {target("Germany", 2), target("Italy", 1)};
  CHECK_FALSE(change(germany, current, {germany}));
}

TEST_CASE("Where the others are lowered already, those below one in ten are given up", "[change]") {
  Scoring current = seller();
  current.profile.regions = {target("Germany", 2), target("Italy", 1), target("Spain", 2)};
  Finding germany = finding(TraitKind::region, "Germany", true);
  germany.seen = {100, 40, 200, 4};
  const auto spain = finding(TraitKind::region, "Spain", true);
  const auto drawn = change(germany, current, {germany, spain});
  CHECK(words(drawn) == "narrow the list to the regions Germany, Spain");
  CHECK(drawn->after.profile.regions == std::vector{target("Germany", 2), target("Spain", 2)});
  current.profile.regions = {target("Germany", 2)};
  CHECK_FALSE(change(germany, current, {germany}));
}

TEST_CASE("A target that wins less becomes less important", "[change]") {
  const auto drawn = change(mildly_less(TraitKind::industry, "Logistics"), seller());
  CHECK(words(drawn) == "lower the importance of the industry Logistics from 1 to 0");
  Scoring current = seller();
  current.profile.industries[1].importance = 0;
  CHECK_FALSE(change(mildly_less(TraitKind::industry, "Logistics"), current));
}

TEST_CASE("A target below one in ten beyond doubt is given up, but never the last one",
          "[change]") {
  const auto less = finding(TraitKind::industry, "Logistics", false);
  const auto drawn = change(less, seller());
  CHECK(words(drawn) == "narrow the list: take the industry Logistics from the target industries");
  CHECK(drawn->after.profile.industries.size() == 1);
  Scoring current = seller();
  current.profile.industries.erase(current.profile.industries.begin());
  CHECK(words(change(less, current)) ==
        "lower the importance of the industry Logistics from 1 to 0");
}

TEST_CASE("Without targets the list is narrowed to what wins, if the rest is below one in ten",
          "[change]") {
  Finding more = finding(TraitKind::industry, "Energy", true);
  Scoring current = seller();
  current.profile.industries.clear();
  CHECK_FALSE(change(more, current));
  more.seen = {100, 40, 200, 4};
  const auto drawn = change(more, current);
  CHECK(words(drawn) == "narrow the list to the industry Energy");
  CHECK(drawn->after.profile.industries == std::vector<Target>{target("Energy")});
  CHECK_FALSE(change(finding(TraitKind::industry, "Energy", false), current));
}

TEST_CASE("What wins among earlier targets is taken in again while the method allows one more",
          "[change]") {
  const auto more = finding(TraitKind::industry, "Energy", true);
  CHECK_FALSE(change(more, seller()));
  Scoring current = seller();
  current.profile.industries.pop_back();
  CHECK(words(change(more, current)) == "take the industry Energy among the target industries");
}

TEST_CASE("Weights of events move by one", "[change]") {
  const auto current = weighing({{"merger", weight(1)}, {"funding", weight(2)}});
  const auto drawn = change(finding(TraitKind::event, "merger", true), current);
  CHECK(words(drawn) == "raise the weight of merger from 1 to 2");
  CHECK(drawn->after.profile.triggers.at("merger") == weight(2));
  CHECK(drawn->after.profile.triggers.at("funding") == weight(2));
  CHECK(words(change(finding(TraitKind::event, "funding", false), current)) ==
        "lower the weight of funding from 2 to 1");
  CHECK(words(change(finding(TraitKind::event, "merger", false), current)) ==
        "lower the weight of merger from 1 to 0");
  CHECK_FALSE(change(mildly_less(TraitKind::event, "merger"), current));
  CHECK(words(change(finding(TraitKind::event, "executive_appointed", true), current)) ==
        "raise the weight of executive appointed from 0 to 1");
}

TEST_CASE("The best events keep their weight when the others lose it", "[change]") {
  const auto merger = finding(TraitKind::event, "merger", true);
  const auto funding = finding(TraitKind::event, "funding", true);
  const auto current = weighing(
      {{"merger", weight(2)}, {"funding", weight(2)}, {"layoffs", weight(2)}, {"ipo", weight(1)}});
  const auto drawn = change(merger, current, {merger, funding});
  CHECK(words(drawn) == "leave the weight 2 to funding, merger: lower the other one from 2 to 1");
  CHECK(drawn->after.profile.triggers.at("layoffs").weight == 1);
  CHECK(drawn->after.profile.triggers.at("ipo").weight == 1);
  CHECK(drawn->after == change(funding, current, {merger, funding})->after);
}

TEST_CASE("A first table of triggers names every type, so that none is switched off", "[change]") {
  Scoring current = seller();
  current.profile.importance.trigger = 1;
  const auto drawn = change(finding(TraitKind::event, "merger", true), current);
  CHECK(words(drawn) == "raise the weight of merger from 1 to 2");
  CHECK(drawn->after.profile.triggers ==
        std::map<std::string, TriggerWeight>{
            {"merger", weight(2)}, {"funding", weight(1)}, {"layoffs", weight(1)}});
}

TEST_CASE("A criterion whose match goes with winning becomes more important, and the reverse",
          "[change]") {
  CHECK(words(change(finding(TraitKind::importance, "title", true), seller())) ==
        "raise the importance of the title from 1 to 2");
  CHECK_FALSE(change(finding(TraitKind::importance, "industry", true), seller()));
  const auto drawn = change(finding(TraitKind::importance, "industry", false), seller());
  CHECK(words(drawn) == "lower the importance of the industry from 2 to 1");
  CHECK(drawn->after.profile.importance.industry == 1);
  CHECK(words(change(finding(TraitKind::importance, "trigger", false), seller())) ==
        "lower the importance of the trigger from 2 to 1");
  CHECK_FALSE(
      change(finding(TraitKind::importance, "trigger", false), weighing({{"merger", weight(1)}})));
}

TEST_CASE("A rule is retired only where what it finds is below one in ten", "[change]") {
  const auto drawn = change(finding(TraitKind::rule, "merger.en.plans", false), seller());
  CHECK(words(drawn) == "retire the rule merger.en.plans");
  CHECK(drawn->after.retired_rules == std::vector<std::string>{"merger.en.plans"});
  CHECK_FALSE(change(finding(TraitKind::rule, "merger.en.plans", false), drawn->after));
  CHECK_FALSE(change(mildly_less(TraitKind::rule, "merger.en.plans"), seller()));
  CHECK_FALSE(change(finding(TraitKind::rule, "merger.en.plans", true), seller()));
}

TEST_CASE("A window ends where older events win no more", "[change]") {
  const auto current =
      weighing({{"merger", weight(1)}, {"funding", weight(1)}, {"ipo", weight(1, 20)}});
  const auto one = change(finding(TraitKind::event_age, "merger", false, 30), current);
  CHECK(words(one) == "let a merger count for 30 days only");
  CHECK(one->after.profile.triggers.at("merger") == weight(1, 30));
  CHECK(one->after.profile.triggers.at("funding") == weight(1));
  const auto all = change(finding(TraitKind::event_age, "any", false, 90), current);
  CHECK(words(all) == "let events count for 90 days only");
  CHECK(all->after.profile.triggers ==
        std::map<std::string, TriggerWeight>{
            {"merger", weight(1, 90)}, {"funding", weight(1, 90)}, {"ipo", weight(1, 20)}});
  const auto first = change(finding(TraitKind::event_age, "any", false, 90), seller());
  CHECK(first->after.profile.triggers ==
        std::map<std::string, TriggerWeight>{
            {"merger", weight(2, 90)}, {"funding", weight(2, 90)}, {"layoffs", weight(2, 90)}});
  CHECK_FALSE(change(finding(TraitKind::event_age, "ipo", false, 30), current));
  CHECK_FALSE(change(finding(TraitKind::event_age, "merger", true, 30), current));
  CHECK_FALSE(change(mildly_less(TraitKind::event_age, "merger"), current));
}

}  // namespace tipoff
