// What became of an account, by the outcomes of its calls.
#include "learn/called_account.h"

#include "catch.h"
#include "learn/called_samples.h"

namespace tipoff {

using samples::asked;
using samples::call;
using samples::called;
using enum Outcome;

TEST_CASE("A won deal stays won, whatever comes before or after", "[learn]") {
  CHECK(deal_of(called("a", {call(won, 5)}), asked) == Deal::won);
  CHECK(deal_of(called("a", {call(lost, 50), call(won, 5)}), asked) == Deal::won);
  CHECK(deal_of(called("a", {call(won, 400), call(lost, 5)}), asked) == Deal::won);
}

TEST_CASE("Who says no is lost at once, until talks begin anew", "[learn]") {
  const auto no = GENERATE(lost, not_interested);
  CHECK(deal_of(called("a", {call(meeting, 9), call(no, 1)}), asked) == Deal::lost);
  CHECK(deal_of(called("a", {call(no, 9), call(no_answer, 1)}), asked) == Deal::lost);
  const auto anew = GENERATE(callback, meeting, proposal);
  CHECK(deal_of(called("a", {call(no, 9), call(anew, 1)}), asked) == Deal::open);
}

TEST_CASE("Calls tell the same in whichever order they stand", "[learn]") {
  CHECK(deal_of(called("a", {call(lost, 1), call(meeting, 9)}), asked) == Deal::lost);
  CHECK(deal_of(called("a", {call(meeting, 1), call(lost, 9)}), asked) == Deal::open);
}

TEST_CASE("Of two outcomes of one moment the one written later counts", "[learn]") {
  CHECK(deal_of(called("a", {call(meeting, 1), call(lost, 1)}), asked) == Deal::lost);
  CHECK(deal_of(called("a", {call(lost, 1), call(meeting, 1)}), asked) == Deal::open);
}

TEST_CASE("A wrong person closes no deal, since others can be called", "[learn]") {
  CHECK(deal_of(called("a", {call(wrong_person, 1)}), asked) == Deal::open);
}

TEST_CASE("A deal lapses when its first call is a sales cycle old", "[learn]") {
  const auto account = called("a", {call(no_answer, 90), call(meeting, 1)});
  CHECK(deal_of(account, asked) == Deal::lapsed);
  CHECK(deal_of(account, asked - std::chrono::seconds{1}) == Deal::open);
  CHECK(deal_of(account, asked, std::chrono::days{91}) == Deal::open);
}

TEST_CASE("First and last call are found in whichever order they stand", "[learn]") {
  const auto account = called("a", {call(callback, 5), call(no_answer, 9), call(meeting, 7)});
  CHECK(first_call(account) == asked - std::chrono::days{9});
  CHECK(last_call(account) == asked - std::chrono::days{5});
}

TEST_CASE("A proposal and a win come after a meeting, a call to the wrong person reaches nobody",
          "[learn]") {
  struct Step {
    Outcome outcome;
    bool reached;
    bool met;
    bool proposed;
  };
  const auto step = GENERATE(values<Step>({{no_answer, false, false, false},
                                           {wrong_person, false, false, false},
                                           {callback, true, false, false},
                                           {not_interested, true, false, false},
                                           {lost, true, false, false},
                                           {meeting, true, true, false},
                                           {proposal, true, true, true},
                                           {won, true, true, true}}));
  const auto account = called("a", {call(no_answer, 9), call(step.outcome, 5)});
  CAPTURE(name_of(step.outcome));
  CHECK(was_reached(account) == step.reached);
  CHECK(came_to_meeting(account) == step.met);
  CHECK(came_to_proposal(account) == step.proposed);
}

TEST_CASE("The score at the call is the sum of its parts", "[learn]") {
  auto account = called("a", {call(won, 5)});
  CHECK(score_of(account) == 0);
  account.parts = samples::scored(3);
  account.parts.push_back(account.parts.front());
  CHECK(score_of(account) == 6);
}

TEST_CASE("Open accounts and those never called are not decided", "[learn]") {
  const std::vector<CalledAccount> accounts{
      called("open", {call(no_answer, 5)}), called("won", {call(won, 5)}),
      called("lost", {call(lost, 5)}), called("lapsed", {call(no_answer, 500)}),
      called("uncalled", {})};
  const auto known = decided(accounts, asked);
  REQUIRE(known.size() == 3);
  CHECK(known[0].account->id == "won");
  CHECK(known[0].won);
  CHECK(known[1].account->id == "lost");
  CHECK_FALSE(known[1].won);
  CHECK(known[2].account->id == "lapsed");
  CHECK_FALSE(known[2].won);
}

}  // namespace tipoff
