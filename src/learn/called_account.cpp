// What became of an account that was called, read from the outcomes of its calls.
#include "learn/called_account.h"

#include <algorithm>
#include <initializer_list>

namespace tipoff {
namespace {

bool has_any(const CalledAccount& account, std::initializer_list<Outcome> outcomes) {
  return std::ranges::any_of(account.calls, [&](const Call& call) {
    return std::ranges::find(outcomes, call.outcome) != outcomes.end();
  });
}

bool says_no(Outcome outcome) {
  return outcome == Outcome::lost || outcome == Outcome::not_interested;
}

bool reopens(Outcome outcome) {
  return outcome == Outcome::callback || outcome == Outcome::meeting ||
         outcome == Outcome::proposal;
}

/// Of the calls of one moment the one that stands later counts as later.
bool is_closed(const CalledAccount& account) {
  const Call* last = nullptr;
  for (const Call& call : account.calls)
    if ((says_no(call.outcome) || reopens(call.outcome)) &&
        (last == nullptr || call.at >= last->at))
      last = &call;
  return last != nullptr && says_no(last->outcome);
}

}  // namespace

Deal deal_of(const CalledAccount& account, Time now, std::chrono::seconds sales_cycle) {
  if (has_any(account, {Outcome::won})) return Deal::won;
  if (is_closed(account)) return Deal::lost;
  return now - first_call(account) >= sales_cycle ? Deal::lapsed : Deal::open;
}

Time first_call(const CalledAccount& account) {
  return account.calls.empty() ? Time{}
                               : std::ranges::min_element(account.calls, {}, &Call::at)->at;
}

Time last_call(const CalledAccount& account) {
  return account.calls.empty() ? Time{}
                               : std::ranges::max_element(account.calls, {}, &Call::at)->at;
}

int score_of(const CalledAccount& account) {
  int score = 0;
  for (const ScorePart& part : account.parts) score += part.points;
  return score;
}

bool came_to_meeting(const CalledAccount& account) {
  return has_any(account, {Outcome::meeting, Outcome::proposal, Outcome::won});
}

bool came_to_proposal(const CalledAccount& account) {
  return has_any(account, {Outcome::proposal, Outcome::won});
}

bool was_reached(const CalledAccount& account) {
  return std::ranges::any_of(account.calls, [](const Call& call) {
    return call.outcome != Outcome::no_answer && call.outcome != Outcome::wrong_person;
  });
}

std::vector<DecidedAccount> decided(std::span<const CalledAccount> accounts, Time now,
                                    std::chrono::seconds sales_cycle) {
  std::vector<DecidedAccount> result;
  for (const CalledAccount& account : accounts) {
    if (account.calls.empty()) continue;
    const Deal deal = deal_of(account, now, sales_cycle);
    if (deal != Deal::open) result.push_back({.account = &account, .won = deal == Deal::won});
  }
  return result;
}

}  // namespace tipoff
