// Whether an account is on the seller's list at all, and why not.
#include "score/qualification.h"

#include <functional>

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::contact;

namespace {

using Change = std::function<void(Account&, Profile&)>;

}  // namespace

TEST_CASE("A known value that matches no target takes an account off the list", "[score]") {
  struct Outcome {
    const char* name;
    std::optional<Disqualification> expected;
    Change change;
  };
  const std::vector<Outcome> outcomes{
      {"everything met", std::nullopt, [](Account&, Profile&) {}},
      {"wrong industry",
       Disqualification{Criterion::industry,
                        "industry Retail matches no target (Manufacturing, Logistics)"},
       [](Account& account, Profile&) { account.industries = {"Retail"}; }},
      {"one of two industries is right", std::nullopt,
       [](Account& account, Profile&) { account.industries = {"Retail", "spedition"}; }},
      {"industry unknown", std::nullopt,
       [](Account& account, Profile&) { account.industries.clear(); }},
      {"any industry will do", std::nullopt,
       [](Account& account, Profile& profile) {
         account.industries = {"Retail"};
         profile.industries.clear();
       }},
      {"a target of no importance is still a target", std::nullopt,
       [](Account&, Profile& profile) { profile.importance = {0, 0, 0, 0}; }},
      {"wrong title",
       Disqualification{Criterion::title,
                        "title CFO matches no target (COO, Head of Supply Chain)"},
       [](Account& account, Profile&) { account.contacts[0].title = "CFO"; }},
      {"wrong titles",
       Disqualification{Criterion::title,
                        "titles CFO; CIO match no target (COO, Head of Supply Chain)"},
       [](Account& account, Profile&) {
         account.contacts = {contact("A", "CFO"), contact("B", ""), contact("C", "CIO")};
       }},
      {"one contact of several is right", std::nullopt,
       [](Account& account, Profile&) {
         account.contacts = {contact("A", "CFO"), contact("B", "CFO / COO")};
       }},
      {"titles unknown", std::nullopt,
       [](Account& account, Profile&) { account.contacts = {contact("A", ""), contact("B", "")}; }},
      {"any title will do", std::nullopt,
       [](Account& account, Profile& profile) {
         account.contacts[0].title = "CFO";
         profile.titles.clear();
       }},
      {"wrong region",
       Disqualification{Criterion::region,
                        "region France matches no target (Germany, Switzerland)"},
       [](Account& account, Profile&) { account.regions = {"France"}; }},
      {"region with a strong competitor", std::nullopt,
       [](Account& account, Profile&) { account.regions = {"Switzerland"}; }},
      {"region unknown", std::nullopt, [](Account& account, Profile&) { account.regions.clear(); }},
      {"any region will do", std::nullopt,
       [](Account& account, Profile& profile) {
         account.regions = {"France"};
         profile.regions.clear();
       }},
      {"do not call", Disqualification{Criterion::do_not_call, "marked as do not call"},
       [](Account& account, Profile&) { account.do_not_call = true; }},
      {"do not call outweighs the rest",
       Disqualification{Criterion::do_not_call, "marked as do not call"},
       [](Account& account, Profile&) {
         account.do_not_call = true;
         account.industries = {"Retail"};
       }},
      {"the first criterion is named",
       Disqualification{Criterion::industry,
                        "industry Retail matches no target (Manufacturing, Logistics)"},
       [](Account& account, Profile&) {
         account.industries = {"Retail"};
         account.regions = {"France"};
       }},
      {"no trigger event keeps the account", std::nullopt, [](Account&, Profile&) {}},
  };
  for (const Outcome& outcome : outcomes) {
    INFO(outcome.name);
    Account account = samples::account();
    Profile profile = samples::profile();
    outcome.change(account, profile);
    CHECK(disqualify(account, profile) == outcome.expected);
  }
}

TEST_CASE("A seller of owned accounts has hers alone", "[score]") {
  Account account = samples::account();
  account.owner = "Anna";
  Profile profile = samples::profile();
  profile.seller = "anna";
  CHECK(belongs_to(account, profile));
  profile.owned_only = true;
  CHECK(belongs_to(account, profile));
  account.owner = "Ben";
  CHECK_FALSE(belongs_to(account, profile));
  account.owner.clear();
  CHECK_FALSE(belongs_to(account, profile));
}

}  // namespace tipoff
