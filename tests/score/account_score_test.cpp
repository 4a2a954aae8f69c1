// The seven lines of the score, and windows.
#include "score/account_score.h"

#include <functional>
#include <numeric>

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::contact;
using samples::days;
using samples::monday;
using samples::part;
using samples::seconds;
using samples::target;

namespace {

using Change = std::function<void(Account&, Profile&)>;

AccountScore scored(const Change& change, const std::vector<Story>& stories = {}) {
  Account account = samples::account();
  Profile profile = samples::profile();
  change(account, profile);
  return score(account, stories, profile, monday);
}

}  // namespace

TEST_CASE("Each criterion earns the points of what it met, and says why", "[score]") {
  struct Line {
    const char* name;
    Criterion criterion;
    int points;
    int of;
    const char* because;
    Change change;
  };
  const std::vector<Line> lines{
      {"industry met", Criterion::industry, 2, 2,
       "industry Manufacturing is a target (very important)", [](Account&, Profile&) {}},
      {"industry by another name", Criterion::industry, 1, 2,
       "industry 物流 is the target Logistics (somewhat important)",
       [](Account& account, Profile&) { account.industries = {"物流"}; }},
      {"the better of two industries", Criterion::industry, 2, 2,
       "industry manufacturing is a target (very important)",
       [](Account& account, Profile&) {
         account.industries = {"Retail", "Logistics", "manufacturing"};
       }},
      {"industry unknown", Criterion::industry, 0, 2,
       "industry unknown: find out whether it is Manufacturing or Logistics",
       [](Account& account, Profile&) { account.industries.clear(); }},
      {"no target industries", Criterion::industry, 0, 0, "no target industries are set",
       [](Account&, Profile& profile) { profile.industries.clear(); }},
      {"industry not important", Criterion::industry, 0, 1,
       "industry Manufacturing is a target (not important)",
       [](Account&, Profile& profile) { profile.importance.industry = 0; }},
      {"title met", Criterion::title, 1, 2, "title COO is a target (somewhat important): Jana Holt",
       [](Account&, Profile&) {}},
      {"title met by a part", Criterion::title, 1, 2,
       "title Partner & COO is the target COO (somewhat important): Jana Holt",
       [](Account& account, Profile&) { account.contacts[0].title = "Partner & COO"; }},
      {"the best of several contacts", Criterion::title, 2, 2,
       "title Head of Supply Chain is a target (very important): Emil Rau",
       [](Account& account, Profile&) {
         account.contacts.push_back(contact("Emil Rau", "Head of Supply Chain"));
       }},
      {"a contact without a name", Criterion::title, 1, 2,
       "title COO is a target (somewhat important)",
       [](Account& account, Profile&) { account.contacts[0].name.clear(); }},
      {"title unknown", Criterion::title, 0, 2,
       "title unknown: find the COO or Head of Supply Chain",
       [](Account& account, Profile&) { account.contacts = {contact("Jana Holt", "")}; }},
      {"nobody known", Criterion::title, 0, 2,
       "title unknown: find the COO or Head of Supply Chain",
       [](Account& account, Profile&) { account.contacts.clear(); }},
      {"no target titles", Criterion::title, 0, 0, "no target titles are set",
       [](Account&, Profile& profile) { profile.titles.clear(); }},
      {"region met", Criterion::region, 1, 1, "region Germany is a target (somewhat important)",
       [](Account&, Profile&) {}},
      {"region with a strong competitor", Criterion::region, 0, 1,
       "region Switzerland is a target (somewhat important, 1 less for a strong competitor)",
       [](Account& account, Profile&) { account.regions = {"Switzerland"}; }},
      {"competitor against a very important region", Criterion::region, 1, 1,
       "region Switzerland is a target (very important, 1 less for a strong competitor)",
       [](Account& account, Profile& profile) {
         account.regions = {"Switzerland"};
         profile.regions[1].importance = 2;
       }},
      {"region unknown", Criterion::region, 0, 1,
       "region unknown: find out whether it is Germany or Switzerland",
       [](Account& account, Profile&) { account.regions.clear(); }},
      {"no target regions", Criterion::region, 0, 0, "no target regions are set",
       [](Account&, Profile& profile) { profile.regions.clear(); }},
      {"no event", Criterion::trigger, 0, 2, "no live trigger event", [](Account&, Profile&) {}},
      {"nothing sold", Criterion::sold_in_industry, 0, 1, "not known to have sold in this industry",
       [](Account&, Profile&) {}},
      {"sold by the profile", Criterion::sold_in_industry, 1, 1, "sold in Manufacturing before",
       [](Account&, Profile& profile) { profile.sold_in = {"MANUFACTURING"}; }},
      {"sold by the profile, under another name of the target", Criterion::sold_in_industry, 1, 1,
       "sold in 物流 before",
       [](Account& account, Profile& profile) {
         account.industries = {"物流"};
         profile.sold_in = {"Logistics"};
       }},
      {"sold by the account list", Criterion::sold_in_industry, 1, 1,
       "sold in this industry before, says the account list",
       [](Account& account, Profile&) { account.sold_in_industry = true; }},
      {"an explicit no overrides the profile", Criterion::sold_in_industry, 0, 1,
       "not sold in this industry before, says the account list",
       [](Account& account, Profile& profile) {
         account.sold_in_industry = false;
         profile.sold_in = {"Manufacturing"};
       }},
      {"sold in another industry", Criterion::sold_in_industry, 0, 1,
       "not known to have sold in this industry",
       [](Account&, Profile& profile) { profile.sold_in = {"Logistics"}; }},
      {"sold, but the industry is unknown", Criterion::sold_in_industry, 0, 1,
       "not known to have sold in this industry",
       [](Account& account, Profile& profile) {
         account.industries.clear();
         profile.sold_in = {"Manufacturing"};
       }},
      {"no reference", Criterion::reference_customer, 0, 1,
       "no reference customer known in this industry", [](Account&, Profile&) {}},
      {"reference by the profile", Criterion::reference_customer, 1, 1,
       "a reference customer in Manufacturing",
       [](Account&, Profile& profile) { profile.references = {"manufacturing"}; }},
      {"reference by the account list", Criterion::reference_customer, 1, 1,
       "a reference customer in this industry, says the account list",
       [](Account& account, Profile&) { account.reference_customer = true; }},
      {"an explicit no overrides the profile's references", Criterion::reference_customer, 0, 1,
       "no reference customer in this industry, says the account list",
       [](Account& account, Profile& profile) {
         account.reference_customer = false;
         profile.references = {"Manufacturing"};
       }},
      {"not involved", Criterion::personally_involved, 0, 2,
       "you take part in no project of this customer", [](Account&, Profile&) {}},
      {"involved", Criterion::personally_involved, 2, 2, "you take part in this customer's project",
       [](Account& account, Profile&) { account.personally_involved = true; }},
  };
  for (const Line& line : lines) {
    INFO(line.name);
    const AccountScore result = scored(line.change);
    REQUIRE_FALSE(result.disqualified);
    CHECK(part(result, line.criterion) ==
          ScorePart{line.criterion, line.points, line.of, line.because});
  }
}

TEST_CASE("The parts are always seven, in order, and add up", "[score]") {
  const AccountScore result = scored(
      [](Account& account, Profile& profile) {
        account.personally_involved = true;
        profile.sold_in = profile.references = {"Manufacturing"};
      },
      {samples::story()});
  REQUIRE(result.parts.size() == 7);
  int points = 0;
  int most = 0;
  for (std::size_t at = 0; at < result.parts.size(); ++at) {
    CHECK(result.parts[at].criterion == static_cast<Criterion>(at));
    CHECK_FALSE(result.parts[at].because.empty());
    points += result.parts[at].points;
    most += result.parts[at].of;
  }
  CHECK(result.score == points);
  CHECK(result.score == 2 + 1 + 1 + 2 + 1 + 1 + 2);
  CHECK(result.max_score == most);
  CHECK(result.max_score == 2 + 2 + 1 + 2 + 1 + 1 + 2);
}

TEST_CASE("An empty profile still scores what the account list knows", "[score]") {
  Account account = samples::account();
  account.personally_involved = true;
  Profile profile;
  profile.importance.trigger = 0;
  const AccountScore result = score(account, {}, profile, monday);
  CHECK(result.score == 2);
  CHECK(result.max_score == 4);
}

TEST_CASE("A disqualified account has its reason and nothing else", "[score]") {
  AccountScore expected;
  expected.disqualified = Disqualification{Criterion::do_not_call, "marked as do not call"};
  CHECK(scored([](Account& account, Profile&) { account.do_not_call = true; },
               {samples::story()}) == expected);
}

TEST_CASE("An event is live until the second its window ends", "[score]") {
  Profile profile = samples::profile();
  profile.triggers["merger"] = {.weight = 2, .window = days{30}};
  const Story story = samples::story();
  CHECK(is_live(story, profile, monday - seconds{1}));
  CHECK(is_live(story, profile, monday));
  CHECK(is_live(story, profile, monday + days{30} - seconds{1}));
  CHECK_FALSE(is_live(story, profile, monday + days{30}));
}

TEST_CASE("An event is live for half a year where no window is set", "[score]") {
  CHECK(is_live(samples::story(), samples::profile(), monday + days{180} - seconds{1}));
  CHECK_FALSE(is_live(samples::story(), samples::profile(), monday + days{180}));
}

TEST_CASE("What is denied, unconfirmed, wrong or of no weight is not live", "[score]") {
  struct Case {
    const char* name;
    bool live;
    std::function<void(Story&, Profile&)> change;
  };
  const std::vector<Case> cases{
      {"announced", true, [](Story&, Profile&) {}},
      {"rumoured", true, [](Story& story, Profile&) { story.certainty = Certainty::rumoured; }},
      {"completed", true, [](Story& story, Profile&) { story.certainty = Certainty::completed; }},
      {"denied", false, [](Story& story, Profile&) { story.certainty = Certainty::denied; }},
      {"in review", false, [](Story& story, Profile&) { story.standing = Standing::review; }},
      {"wrong", false, [](Story& story, Profile&) { story.standing = Standing::wrong; }},
      {"named type", true, [](Story&, Profile& profile) { profile.triggers["merger"] = {}; }},
      {"another type is named", false,
       [](Story&, Profile& profile) { profile.triggers["hiring"] = {}; }},
      {"weight 0", false,
       [](Story&, Profile& profile) {
         profile.triggers["merger"] = {.weight = 0, .window = days{180}};
       }},
      {"triggers not important", false,
       [](Story&, Profile& profile) { profile.importance.trigger = 0; }},
  };
  for (const Case& each : cases) {
    INFO(each.name);
    Story story = samples::story();
    Profile profile = samples::profile();
    each.change(story, profile);
    CHECK(is_live(story, profile, monday) == each.live);
    CHECK(score(samples::account(), std::vector{story}, profile, monday).events.size() ==
          (each.live ? 1 : 0));
  }
}

TEST_CASE("The trigger counts the best live event, never the sum", "[score]") {
  Profile profile = samples::profile();
  profile.triggers = {{"merger", {.weight = 2, .window = days{180}}},
                      {"hiring", {.weight = 1, .window = days{180}}}};
  const std::vector<Story> stories{samples::story("hiring"),
                                   samples::story("merger", monday - days{9}),
                                   samples::story("merger", monday - days{2})};
  const AccountScore result = score(samples::account(), stories, profile, monday);
  CHECK(part(result, Criterion::trigger).points == 2);
  CHECK(part(result, Criterion::trigger).of == 2);
  REQUIRE(result.events.size() == 3);
  CHECK(result.events[0].happened_at == monday - days{2});  // most points, then newest
  CHECK(result.events[1].happened_at == monday - days{9});
  CHECK(result.events[2].event == "hiring");
}

TEST_CASE("A rumour is worth one point at most", "[score]") {
  Story rumour = samples::story();
  rumour.certainty = Certainty::rumoured;
  Profile profile = samples::profile();
  const AccountScore result = score(samples::account(), std::vector{rumour}, profile, monday);
  CHECK(part(result, Criterion::trigger).points == 1);
  CHECK(part(result, Criterion::trigger).of == 2);

  profile.importance.trigger = 1;
  CHECK(points_of(rumour, profile) == 1);
  profile.triggers["hiring"] = {};
  CHECK(points_of(rumour, profile) == 0);
}

TEST_CASE("A score says when the next live event will fall out of it", "[score]") {
  Profile profile = samples::profile();
  profile.triggers = {{"merger", {.weight = 2, .window = days{180}}},
                      {"hiring", {.weight = 1, .window = days{10}}},
                      {"award", {.weight = 0, .window = days{1}}}};
  const std::vector<Story> stories{
      samples::story("merger"), samples::story("hiring", monday - days{3}),
      samples::story("hiring", monday - days{11}), samples::story("award")};
  const AccountScore before = score(samples::account(), stories, profile, monday);
  CHECK(before.next_change == monday + days{7});

  const AccountScore after = score(samples::account(), stories, profile, monday + days{7});
  CHECK(after.events.size() == 1);
  CHECK(after.next_change == monday + days{180});
  CHECK_FALSE(score(samples::account(), stories, profile, monday + days{180}).next_change);
}

TEST_CASE("A score changes with nothing but its inputs", "[score]") {
  const std::vector<Story> stories{samples::story()};
  const AccountScore early = score(samples::account(), stories, samples::profile(), monday);
  CHECK(score(samples::account(), stories, samples::profile(), monday + days{179}) == early);
}

}  // namespace tipoff
