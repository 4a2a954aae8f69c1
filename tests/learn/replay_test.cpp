// Called accounts scored anew.
#include "learn/replay.h"

#include "catch.h"
#include "learn/called_samples.h"
#include "learn/close.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::asked;
using samples::call;
using samples::called;
using samples::target;

namespace {

std::optional<int> score_of(const CalledAccount& account, const Scoring& scoring) {
  return Rescorer(scoring).score(account);
}

Scoring with_triggers(std::map<std::string, TriggerWeight> triggers) {
  Scoring scoring;
  scoring.profile.triggers = std::move(triggers);
  return scoring;
}

TriggerWeight weight(int points, int window_days = 180) {
  return {.weight = points, .window = std::chrono::days{window_days}};
}

}  // namespace

TEST_CASE("Called accounts are scored as the list scores accounts", "[learn]") {
  const Profile profile = samples::profile();
  Account account = samples::account();
  account.contacts = {samples::contact("A", "Clerk"),
                      samples::contact("B", "head of supply chain")};
  account.industries = {GENERATE("Manufacturing", "物流", "Retail")};
  account.regions = {"Germany", "Switzerland"};
  account.personally_involved = true;
  const auto certainty =
      GENERATE(Certainty::rumoured, Certainty::announced, Certainty::completed, Certainty::denied);
  Story story = samples::story();
  story.certainty = certainty;
  const Time at = samples::monday + std::chrono::days{GENERATE(3, 179, 180)};
  const AccountScore expected = score(account, std::vector{story}, profile, at);

  CalledAccount past = called("a", {});
  past.calls = {call(Outcome::won, 0)};
  past.calls[0].at = at;
  past.industries = account.industries;
  past.regions = account.regions;
  for (const Contact& contact : account.contacts) past.titles.push_back(contact.title);
  past.events = {{.event = story.event,
                  .rule = story.rule,
                  .source = "",
                  .certainty = certainty,
                  .happened_at = story.happened_at}};
  past.parts = expected.parts;
  const Scoring scoring{.profile = profile, .retired_rules = {}};
  if (expected.disqualified)
    CHECK(score_of(past, scoring) == std::nullopt);
  else
    CHECK(score_of(past, scoring) == expected.score);
}

TEST_CASE("Recorded points of experience stay, those of targets are counted anew", "[learn]") {
  auto account = called("a", {call(Outcome::won, 3)});
  const auto part = [](Criterion criterion, int points) {
    return ScorePart{.criterion = criterion, .points = points, .of = 2, .because = ""};
  };
  account.parts = {part(Criterion::industry, 2), part(Criterion::trigger, 2),
                   part(Criterion::sold_in_industry, 1), part(Criterion::reference_customer, 1),
                   part(Criterion::personally_involved, 2)};
  CHECK(score_of(account, {}) == 4);
}

TEST_CASE("The event that gives most under the new weights counts", "[learn]") {
  auto account = called("a", {call(Outcome::won, 3)});
  account.events = {samples::event("merger", 5, account), samples::event("funding", 40, account)};
  CHECK(score_of(account, with_triggers({{"merger", weight(1)}, {"funding", weight(2)}})) == 2);
  CHECK(score_of(account, with_triggers({{"merger", weight(1)}, {"funding", weight(2, 30)}})) == 1);
  CHECK(score_of(account, with_triggers({{"merger", weight(1)}})) == 1);
  CHECK(score_of(account, with_triggers({{"layoffs", weight(1)}})) == 0);
}

TEST_CASE("What a retired rule found does not count", "[learn]") {
  auto account = called("a", {call(Outcome::won, 3)});
  account.events = {samples::event("merger", 5, account, "merger.a"),
                    samples::event("merger", 5, account, "merger.b")};
  Scoring scoring;
  scoring.retired_rules = {"merger.a"};
  CHECK(score_of(account, scoring) == 1);
  scoring.retired_rules.emplace_back("merger.b");
  CHECK(score_of(account, scoring) == 0);
}

TEST_CASE("Equal scores share what is left of the top", "[learn]") {
  std::vector<CalledAccount> accounts;
  const auto points = [](int score) {
    return [score](CalledAccount& each) { each.parts = samples::scored(score); };
  };
  samples::add_called(accounts, 4, 2, points(3));
  samples::add_called(accounts, 10, 5, points(2));
  samples::add_called(accounts, 10, 10, points(1));
  const auto result = replay(decided(accounts, asked), {}, {}, 8);
  CHECK(result.before.accounts == 8);
  CHECK(is_close(result.before.won, 2 + 4 * 0.5));
  CHECK(is_close(result.before.rate(), 0.5));
  CHECK(result.after.won == result.before.won);
  CHECK(result.off_list == 0);
}

TEST_CASE("A better order brings wins to the top", "[learn]") {
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 50, 25, [](CalledAccount& each) {
    each.events = {samples::event("merger", 5, each)};
  });
  samples::add_called(accounts, 50, 5, [](CalledAccount& each) {
    each.events = {samples::event("funding", 5, each)};
  });
  const auto result = replay(decided(accounts, asked),
                             with_triggers({{"merger", weight(1)}, {"funding", weight(1)}}),
                             with_triggers({{"merger", weight(2)}, {"funding", weight(1)}}), 50);
  CHECK(is_close(result.before.won, 15));
  CHECK(is_close(result.after.won, 25));
}

TEST_CASE("Accounts that a narrower target takes off the list are counted", "[learn]") {
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 10, 5, [](CalledAccount& each) { each.industries = {"Retail"}; });
  samples::add_called(accounts, 20, 1, [](CalledAccount& each) { each.industries = {"Banking"}; });
  samples::add_called(accounts, 3, 0, [](CalledAccount&) {});
  Scoring narrow;
  narrow.profile.industries = {target("Retail")};
  const auto result = replay(decided(accounts, asked), {}, narrow, 20);
  CHECK(result.off_list == 20);
  CHECK(result.off_list_won == 1);
  CHECK(result.before.accounts == 20);
  CHECK(result.after.accounts == 13);
  CHECK(is_close(result.after.won, 5));
}

TEST_CASE("The usual top is a fifth, but twenty at least", "[learn]") {
  CHECK(usual_top(0) == 20);
  CHECK(usual_top(100) == 20);
  CHECK(usual_top(1000) == 200);
  CHECK(replay({}, {}, {}, 20).before.rate() == 0);
}

}  // namespace tipoff
