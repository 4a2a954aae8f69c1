// Proposals: what is proposed, with which evidence and effect, and what is not.
#include "learn/proposal.h"

#include <algorithm>

#include "catch.h"
#include "learn/called_samples.h"
#include "learn/close.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::asked;
using samples::target;

namespace {

void add(std::vector<CalledAccount>& accounts, int count, int won, const std::string& type,
         int age_days = 5) {
  samples::add_called(accounts, count, won, [&](CalledAccount& each) {
    each.events = {samples::event(type, age_days, each)};
  });
}

ProposalBasis weighing(std::map<std::string, TriggerWeight> triggers) {
  ProposalBasis basis;
  basis.current.profile.triggers = std::move(triggers);
  return basis;
}

TriggerWeight weight(int points) {
  return {.weight = points, .window = default_window};
}

std::vector<std::string> changes_of(const std::vector<Proposal>& proposals) {
  std::vector<std::string> changes;
  for (const Proposal& proposal : proposals) changes.push_back(proposal.change);
  return changes;
}

using Changes = std::vector<std::string>;

}  // namespace

TEST_CASE("A proposal says what, why, with which effect, and what it would write", "[proposal]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 100, 30, "merger");
  add(accounts, 400, 20, "funding");
  const auto basis = weighing({{"merger", weight(1)}, {"funding", weight(1)}});
  const auto proposals = propose(accounts, basis, asked);
  REQUIRE(proposals.size() == 1);
  const Proposal& proposal = proposals[0];
  CHECK(proposal.change == "raise the weight of merger from 1 to 2");
  CHECK_THAT(proposal.because,
             Catch::StartsWith("of the accounts called for the event merger 30 of 100 (30 %) were "
                               "won, of the others 20 of 400 (5 %); ") &&
                 Catch::Contains("p < 0.0001, the strongest of "));
  CHECK(proposal.effect ==
        "in hindsight, of the 100 accounts at the top of the list 30 (30 %) would have been won "
        "instead of 10 (10 %)");
  CHECK(proposal.settings == std::vector<SettingChange>{{"triggers.merger.weight", "1", "2"}});
  CHECK(is_close(proposal.replay.before.won, 10));
  CHECK(is_close(proposal.replay.after.won, 30));
  CHECK(proposal.after.profile.triggers.at("merger").weight == 2);
}

TEST_CASE("Nothing is proposed on even outcomes, on few, or on none", "[proposal]") {
  const auto basis = weighing({{"merger", weight(1)}, {"funding", weight(1)}});
  std::vector<CalledAccount> accounts;
  CHECK(propose(accounts, basis, asked).empty());
  add(accounts, 10, 9, "merger");
  add(accounts, 10, 0, "funding");
  CHECK(propose(accounts, basis, asked).empty());
  accounts.clear();
  add(accounts, 500, 50, "merger");
  add(accounts, 500, 55, "funding");
  CHECK(propose(accounts, basis, asked).empty());
}

TEST_CASE("Once a proposal is applied, the same evidence proposes it no more", "[proposal]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 100, 30, "merger");
  add(accounts, 400, 20, "funding");
  auto basis = weighing({{"merger", weight(1)}, {"funding", weight(1)}});
  basis.current = propose(accounts, basis, asked).at(0).after;
  CHECK(propose(accounts, basis, asked).empty());
}

TEST_CASE("A change that brings no win nearer to the top is not proposed", "[proposal]") {
  // The industry is known to sell, but every account at the top has it already.
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 200, 60, [](CalledAccount& each) {
    each.industries = {"Energy"};
    each.parts = samples::scored(5);
  });
  samples::add_called(accounts, 200, 10, [](CalledAccount& each) { each.industries = {"Retail"}; });
  ProposalBasis basis;
  basis.current.profile.industries = {target("Energy"), target("Retail")};
  CHECK(propose(accounts, basis, asked).empty());
  for (CalledAccount& account : accounts) account.parts.clear();
  CHECK(changes_of(propose(accounts, basis, asked)) ==
        Changes{"raise the importance of the industry Energy from 1 to 2"});
}

TEST_CASE("Two findings that ask for the same change are one proposal", "[proposal]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 200, 70, "merger");
  add(accounts, 200, 60, "ipo");
  for (const char* type : {"funding", "layoffs", "tender", "award"}) add(accounts, 200, 10, type);
  std::map<std::string, TriggerWeight> triggers;
  for (const char* type : {"merger", "ipo", "funding", "layoffs", "tender", "award"})
    triggers[type] = weight(2);
  const auto proposals = propose(accounts, weighing(triggers), asked);
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].change ==
        "leave the weight 2 to ipo, merger: lower the other ones from 2 to 1");
  CHECK(proposals[0].findings.size() == 2);
  CHECK_THAT(proposals[0].because, Catch::Contains("event merger") && Catch::Contains("event ipo"));
}

TEST_CASE("Without a table of triggers the proposal names every type there is", "[proposal]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 100, 30, "house_type");
  add(accounts, 400, 20, "funding");
  ProposalBasis basis;
  basis.event_types = {"rare_type"};
  const auto proposals = propose(accounts, basis, asked);
  REQUIRE(proposals.size() == 1);
  const auto& triggers = proposals[0].after.profile.triggers;
  CHECK(triggers.at("house_type").weight == 2);
  for (const char* type : {"rare_type", "funding", "acquisition", "award"})
    CHECK(triggers.at(type).weight == 1);
  CHECK(proposals[0].settings.size() == triggers.size());
}

TEST_CASE("A list without target industries is narrowed to the one that buys", "[proposal]") {
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 60, 15, [](CalledAccount& each) { each.industries = {"Energy"}; });
  for (const char* industry : {"Retail", "Banking"})
    samples::add_called(accounts, 120, 3,
                        [&](CalledAccount& each) { each.industries = {industry}; });
  const auto proposals = propose(accounts, {}, asked);
  CHECK(changes_of(proposals) == Changes{"narrow the list to the industry Energy"});
  CHECK(proposals.at(0).settings ==
        std::vector<SettingChange>{{"profile.industries", "[]", R"(["Energy"])"}});
  CHECK_THAT(proposals.at(0).effect,
             Catch::EndsWith("; 240 accounts, 6 of them won, would not be on the list"));
}

TEST_CASE("A rule whose events never sell is proposed for retirement", "[proposal]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 150, 30, "merger");
  samples::add_called(accounts, 150, 1, [](CalledAccount& each) {
    each.events = {samples::event("merger", 5, each, "merger.en.loose")};
  });
  const auto proposals = propose(accounts, weighing({{"merger", weight(2)}}), asked);
  CHECK(changes_of(proposals) == Changes{"retire the rule merger.en.loose"});
  CHECK_THAT(proposals.at(0).because,
             Catch::Contains("what the rule merger.en.loose found 1 of 150 (1 %) were won, of "
                             "those for the same event found by other rules 30 of 150 (20 %)"));
}

TEST_CASE("A window is shortened where old events do not sell", "[proposal]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 150, 30, "merger", 10);
  add(accounts, 150, 1, "merger", 120);
  const auto proposals = propose(accounts, weighing({{"merger", weight(2)}}), asked);
  REQUIRE_FALSE(proposals.empty());
  CHECK_THAT(proposals[0].change, Catch::Contains("days only"));
  CHECK_THAT(proposals[0].because, Catch::Contains("days old or older 1 of 150 (1 %) were won, of "
                                                   "those called earlier 30 of 150 (20 %)"));
  CHECK(proposals[0].replay.after.rate() > proposals[0].replay.before.rate());
}

TEST_CASE("Knowing the title is proposed as more important where it goes with winning",
          "[proposal]") {
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 100, 30, [](CalledAccount& each) { each.titles = {"COO"}; });
  samples::add_called(accounts, 300, 12, [](CalledAccount&) {});
  samples::add_called(accounts, 100, 10,
                      [](CalledAccount& each) { each.parts = samples::scored(1); });
  ProposalBasis basis;
  basis.current.profile.titles = {target("COO")};
  const auto proposals = propose(accounts, basis, asked);
  CHECK(changes_of(proposals) == Changes{"raise the importance of the title from 1 to 2"});
  CHECK_THAT(proposals.at(0).because, Catch::StartsWith("of the accounts whose title was known "));
}

TEST_CASE("Open deals wait until they are decided", "[proposal]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 100, 30, "merger");
  add(accounts, 400, 20, "funding");
  for (CalledAccount& account : accounts)
    for (Call& call : account.calls) call.outcome = Outcome::meeting;
  const auto basis = weighing({{"merger", weight(1)}, {"funding", weight(1)}});
  CHECK(propose(accounts, basis, asked - std::chrono::days{20}).empty());
}

}  // namespace tipoff
