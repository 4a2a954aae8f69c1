// The sentences that stand behind each point of a score.
#include "score/reasons.h"

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::target;

TEST_CASE("A mismatch names the value and the targets", "[score]") {
  const std::vector<Target> targets{target("Manufacturing"), target("Logistics")};
  CHECK(mismatch_reason(Criterion::industry, {"Retail"}, targets) ==
        "industry Retail matches no target (Manufacturing, Logistics)");
  CHECK(mismatch_reason(Criterion::region, {"France", "Spain"}, {target("Germany")}) ==
        "regions France; Spain match no target (Germany)");
}

TEST_CASE("A match tells how important it is, and what the target is called", "[score]") {
  const Target logistics = target("Logistics", 1, {"物流"});
  CHECK(match_reason(Criterion::industry, {&logistics, "LOGISTICS", 1}, 2) ==
        "industry LOGISTICS is a target (somewhat important)");
  CHECK(match_reason(Criterion::industry, {&logistics, "物流", 1}, 2) ==
        "industry 物流 is the target Logistics (somewhat important)");
  const Target unimportant = target("Peru", 0);
  CHECK(match_reason(Criterion::region, {&unimportant, "Peru", 0}, 2) ==
        "region Peru is a target (not important)");
}

TEST_CASE("A strong competitor is named as the reason for the lost point", "[score]") {
  Target contested = target("Switzerland", 2);
  contested.strong_competitor = true;
  CHECK(match_reason(Criterion::region, {&contested, "Switzerland", 1}, 1) ==
        "region Switzerland is a target (very important, 1 less for a strong competitor)");
}

TEST_CASE("An unknown value says what to find out", "[score]") {
  CHECK(unknown_reason(Criterion::title, {target("COO")}) == "title unknown: find the COO");
  CHECK(unknown_reason(Criterion::title, {target("COO"), target("CIO")}) ==
        "title unknown: find the COO or CIO");
  CHECK(unknown_reason(Criterion::region, {target("Germany")}) ==
        "region unknown: find out whether it is Germany");
}

TEST_CASE("A criterion without targets says so", "[score]") {
  CHECK(no_target_reason(Criterion::industry) == "no target industries are set");
  CHECK(no_target_reason(Criterion::title) == "no target titles are set");
  CHECK(no_target_reason(Criterion::region) == "no target regions are set");
}

TEST_CASE("The trigger's reason is its best event, or that there is none", "[score]") {
  Profile profile = samples::profile();
  Story story = samples::story();
  CHECK(trigger_reason(&story, profile) ==
        "merger announced 2026-03-02: Brunnwerk and Talhof to merge in autumn (wire.example)");
  story.certainty = Certainty::rumoured;
  CHECK_THAT(trigger_reason(&story, profile),
             Catch::EndsWith("(wire.example); a rumour counts 1 at most"));
  CHECK(trigger_reason(nullptr, profile) == "no live trigger event");
  profile.importance.trigger = 1;
  CHECK_THAT(trigger_reason(&story, profile), Catch::EndsWith("(wire.example)"));
  profile.importance.trigger = 0;
  CHECK(trigger_reason(nullptr, profile) == "trigger events do not count");
}

}  // namespace tipoff
