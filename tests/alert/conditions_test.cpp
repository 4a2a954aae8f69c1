// The conditions of a policy, one by one.
#include "alert/conditions.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("Without conditions everything is wanted", "[alert]") {
  CHECK_FALSE(unmet(AlertPolicy{}, test::sample_news()));
}

TEST_CASE("Only the event types that are named are wanted", "[alert]") {
  AlertPolicy policy;
  policy.events = {"layoffs", "data_breach"};
  CHECK(unmet(policy, test::sample_news()) ==
        "event acquisition is not among those wanted (layoffs, data breach)");
  policy.events.emplace_back("acquisition");
  CHECK_FALSE(unmet(policy, test::sample_news()));
}

TEST_CASE("Only the certainties that are named are wanted", "[alert]") {
  AlertPolicy policy;
  policy.certainties = {Certainty::announced, Certainty::completed};
  TriggerNews news = test::sample_news();
  CHECK_FALSE(unmet(policy, news));
  news.story.certainty = Certainty::rumoured;
  CHECK(unmet(policy, news) == "it is rumoured, wanted is announced, completed");
}

TEST_CASE("A score is wanted from the least on", "[alert]") {
  AlertPolicy policy;
  policy.min_score = 5;
  CHECK_FALSE(unmet(policy, test::sample_news()));
  policy.min_score = 6;
  CHECK(unmet(policy, test::sample_news()) == "score 5 is below 6");
}

TEST_CASE("Only the first places of the list are wanted", "[alert]") {
  AlertPolicy policy;
  policy.top = 3;
  TriggerNews news = test::sample_news();
  CHECK_FALSE(unmet(policy, news));
  news.entry.rank = 4;
  CHECK(unmet(policy, news) == "number 4 on the list, wanted are the first 3");
  news.entry.rank = 0;
  CHECK(unmet(policy, news) == "not on the list, wanted are the first 3");
}

TEST_CASE("Only the accounts of the owners that are named are wanted, however they are written",
          "[alert]") {
  AlertPolicy policy;
  policy.owners = {"Jonas", "Anna"};
  TriggerNews news = test::sample_news();
  CHECK_FALSE(unmet(policy, news));
  news.entry.owner = "ben";
  CHECK(unmet(policy, news) == "the account's owner is ben, wanted is Jonas, Anna");
  news.entry.owner.clear();
  CHECK(unmet(policy, news) == "the account has no owner, wanted is Jonas, Anna");
}

}  // namespace tipoff
