// Whom to ask, and why deals were lost.
#include "learn/interview.h"

#include "catch.h"
#include "learn/called_samples.h"

namespace tipoff {

using samples::asked;
using samples::call;
using samples::called;
using enum Outcome;

namespace {

CalledAccount scored(std::string id, std::vector<Call> calls, int score) {
  CalledAccount account = called(std::move(id), std::move(calls));
  account.parts = samples::scored(score);
  return account;
}

std::vector<std::string> chosen(const std::vector<CalledAccount>& accounts, std::size_t most = 5) {
  std::vector<std::string> ids;
  for (const Interview& each : customers_to_interview(accounts, default_sales_cycle, asked, most))
    ids.push_back(std::string(name_of(each.kind)) + " " + each.account);
  return ids;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Two won, two lost and one never reached are named", "[interview]") {
  std::vector<CalledAccount> accounts;
  for (int at = 0; at < 9; ++at) {
    const std::string number = std::to_string(at);
    accounts.push_back(scored("w" + number, {call(won, 10)}, 9 - at));
    accounts.push_back(scored("l" + number, {call(lost, 10)}, at));
    accounts.push_back(scored("n" + number, {call(no_answer, 100)}, at));
  }
  CHECK(chosen(accounts) == Names{"won w8", "won w7", "lost l8", "lost l7", "never_reached n8"});
}

TEST_CASE("Where a kind runs out the others fill in", "[interview]") {
  std::vector<CalledAccount> accounts{scored("w", {call(won, 1)}, 1)};
  for (int at = 0; at < 9; ++at)
    accounts.push_back(scored("l" + std::to_string(at), {call(lost, 10)}, 5));
  CHECK(chosen(accounts) == Names{"won w", "lost l0", "lost l1", "lost l2", "lost l3"});
  CHECK(chosen({accounts[0]}) == Names{"won w"});
  CHECK(chosen({}).empty());
  CHECK(chosen(accounts, 2) == Names{"won w", "lost l0"});
}

TEST_CASE("Of equal scores the latest call comes first", "[interview]") {
  CHECK(chosen({scored("old", {call(lost, 80)}, 5), scored("new", {call(lost, 2)}, 5),
                scored("high", {call(lost, 80)}, 6)}) ==
        Names{"lost high", "lost new", "lost old"});
}

TEST_CASE("Who is still open, or was spoken to, was not never reached", "[interview]") {
  CHECK(chosen({scored("open", {call(no_answer, 5)}, 5),
                scored("spoken", {call(callback, 100), call(no_answer, 95)}, 5),
                scored("wrong", {call(wrong_person, 100), call(no_answer, 95)}, 5)}) ==
        Names{"never_reached wrong"});
}

TEST_CASE("Each interview tells what is known and what to ask", "[interview]") {
  const auto interviews = customers_to_interview(
      std::vector{scored("w", {call(won, 1)}, 2), scored("l", {call(lost, 1)}, 7),
                  scored("n", {call(no_answer, 120), call(no_answer, 101)}, 6)},
      default_sales_cycle, asked);
  REQUIRE(interviews.size() == 3);
  CHECK(interviews[0].why ==
        "won with a score of 2, last call 2026-08-31: what made them buy that the scores do not "
        "see?");
  CHECK(interviews[1].why ==
        "lost in spite of a score of 7, last call 2026-08-31: what did they need instead?");
  CHECK(interviews[2].why ==
        "never reached in 2 calls with a score of 6, last call 2026-05-23: who decides, and how do "
        "they want to be asked?");
}

TEST_CASE("A change is judged by the accounts first called after it", "[interview]") {
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 40, 0, [](CalledAccount&) {});
  const Time before = asked - std::chrono::days{100};
  CHECK(is_still_below(accounts, {}, before, asked));
  CHECK_FALSE(is_still_below(accounts, {}, before + std::chrono::seconds{1}, asked));
  for (CalledAccount& account : accounts) account.calls[0].outcome = meeting;
  CHECK_FALSE(is_still_below(accounts, {}, before, before + std::chrono::days{30}));
}

TEST_CASE("Reasons for loss are counted, whatever their case, the unwritten ones last",
          "[interview]") {
  const std::vector<CalledAccount> accounts{
      called("a", {call(lost, 5)}),
      called("b", {call(lost, 5), call(no_answer, 3, "busy")}),
      called("c", {call(lost, 5)}),
      called("d", {call(not_interested, 5, "Too expensive")}),
      called("e", {call(lost, 5, " too expensive ")}),
      called("f", {call(lost, 9, "no budget"), call(lost, 5, "bought elsewhere")}),
      called("g", {call(won, 5, "too expensive")}),
      called("h", {call(meeting, 5, "too expensive")})};
  CHECK(reasons_for_loss(accounts, default_sales_cycle, asked) ==
        std::vector<LostReason>{{"Too expensive", 2}, {"bought elsewhere", 1}, {"", 3}});
}

}  // namespace tipoff
