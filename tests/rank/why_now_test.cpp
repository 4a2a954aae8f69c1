// Why now, and whom to ask for.
#include "rank/why_now.h"

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::contact;

TEST_CASE("Why now is the best live event with its day, role and source", "[rank]") {
  AccountScore score;
  score.events = {samples::story("acquisition"), samples::story("hiring")};
  CHECK(
      why_now(score) ==
      "acquisition announced 2026-03-02: “Brunnwerk and Talhof to merge in autumn” (wire.example)");
  score.events[0].role = Role::acquirer;
  CHECK(why_now(score) ==
        "acquisition announced 2026-03-02 as acquirer: “Brunnwerk and Talhof to merge in autumn” "
        "(wire.example)");
}

TEST_CASE("Why now says no more than is known", "[rank]") {
  CHECK(why_now({}).empty());
  AccountScore score;
  score.events = {samples::story("funding")};
  score.events[0].title.clear();
  score.events[0].evidence.clear();
  score.events[0].url.clear();
  CHECK(why_now(score) == "funding announced 2026-03-02");
}

TEST_CASE("The best contact has the most important target title", "[rank]") {
  struct Case {
    const char* name;
    std::vector<Contact> contacts;
    const char* expected;
  };
  const std::vector<Case> cases{
      {"nobody", {}, ""},
      {"one", {contact("A", "Janitor")}, "A"},
      {"a target title", {contact("A", "CFO"), contact("B", "COO")}, "B"},
      {"the more important title",
       {contact("A", "COO"), contact("B", "Head of Supply Chain")},
       "B"},
      {"the first of equals", {contact("A", "CFO / COO"), contact("B", "COO")}, "A"},
      {"no target title", {contact("A", "CFO"), contact("B", "")}, "A"},
  };
  for (const Case& each : cases) {
    INFO(each.name);
    Account account = samples::account();
    account.contacts = each.contacts;
    CHECK(best_contact(account, samples::profile()).name == each.expected);
  }
}

TEST_CASE("A target title of no importance is still preferred", "[rank]") {
  Account account = samples::account();
  account.contacts = {contact("A", "CFO"), contact("B", "COO")};
  Profile profile = samples::profile();
  profile.importance.title = 0;
  CHECK(best_contact(account, profile).name == "B");
}

}  // namespace tipoff
