// Picks the customers whose answers would teach most.
#include "learn/interview.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "text/date.h"
#include "text/fold.h"
#include "text/format.h"

namespace tipoff {
namespace {

using Accounts = std::vector<const CalledAccount*>;

constexpr std::size_t kinds = 3;

/// In turn: two won, two lost and one never reached make five.
constexpr std::array<InterviewKind, 5> turns{InterviewKind::won, InterviewKind::lost,
                                             InterviewKind::never_reached, InterviewKind::won,
                                             InterviewKind::lost};

std::string day_of(Time time) {
  return format_utc(time).substr(0, 10);
}

std::string why(const CalledAccount& account, InterviewKind kind) {
  const int score = score_of(account);
  const std::string day = day_of(last_call(account));
  switch (kind) {
    case InterviewKind::won:
      return fmt::format(
          "won with a score of {}, last call {}: what made them buy that the scores "
          "do not see?",
          score, day);
    case InterviewKind::lost:
      return fmt::format(
          "lost in spite of a score of {}, last call {}: what did they need instead?", score, day);
    case InterviewKind::never_reached:
      return fmt::format(
          "never reached in {} with a score of {}, last call {}: who decides, and "
          "how do they want to be asked?",
          account.calls.size() == 1 ? std::string("1 call")
                                    : fmt::format("{} calls", account.calls.size()),
          score, day);
  }
  return "";
}

void put_in_order(Accounts& accounts, bool lowest_first) {
  std::ranges::sort(accounts, [&](const CalledAccount* a, const CalledAccount* b) {
    const int sign = lowest_first ? 1 : -1;
    return std::tuple(sign * score_of(*a), last_call(*b), std::string_view(a->id)) <
           std::tuple(sign * score_of(*b), last_call(*a), std::string_view(b->id));
  });
}

std::array<Accounts, kinds> by_kind(std::span<const CalledAccount> accounts,
                                    std::chrono::seconds sales_cycle, Time now) {
  std::array<Accounts, kinds> groups;
  const auto group = [&](InterviewKind kind) -> Accounts& {
    return groups.at(static_cast<std::size_t>(kind));
  };
  for (const CalledAccount& account : accounts) {
    if (account.calls.empty()) continue;
    const Deal deal = deal_of(account, now, sales_cycle);
    if (deal == Deal::won) group(InterviewKind::won).push_back(&account);
    if (deal == Deal::lost) group(InterviewKind::lost).push_back(&account);
    if (deal == Deal::lapsed && !was_reached(account))
      group(InterviewKind::never_reached).push_back(&account);
  }
  for (const auto kind : {InterviewKind::won, InterviewKind::lost, InterviewKind::never_reached})
    put_in_order(group(kind), kind == InterviewKind::won);
  return groups;
}

/// The note of the call that said no last.
const std::string& note_of_loss(const CalledAccount& account) {
  const Call* last = nullptr;
  for (const Call& call : account.calls)
    if ((call.outcome == Outcome::lost || call.outcome == Outcome::not_interested) &&
        (last == nullptr || call.at >= last->at))
      last = &call;
  return last->note;
}

std::string without_outer_spaces(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

std::string_view name_of(InterviewKind kind) {
  constexpr std::array<std::string_view, kinds> names{"won", "lost", "never_reached"};
  return names.at(static_cast<std::size_t>(kind));
}

bool is_still_below(std::span<const CalledAccount> accounts, const Measure& measure,
                    Time changed_at, Time now) {
  Tally since;
  for (const CalledAccount& account : accounts) {
    if (account.calls.empty() || first_call(account) < changed_at) continue;
    const Deal deal = deal_of(account, now, measure.sales_cycle);
    ++since.called;
    if (deal == Deal::open) ++since.open;
    if (deal == Deal::won) ++since.won;
  }
  return verdict_on(since, measure.target) == Verdict::below;
}

std::vector<Interview> customers_to_interview(std::span<const CalledAccount> accounts,
                                              std::chrono::seconds sales_cycle, Time now,
                                              std::size_t most) {
  const auto groups = by_kind(accounts, sales_cycle, now);
  std::array<std::size_t, kinds> taken{};
  std::vector<Interview> interviews;
  std::size_t in_vain = 0;  // turns in a row
  for (std::size_t turn = 0; interviews.size() < most && in_vain < turns.size(); ++turn) {
    const InterviewKind kind = turns.at(turn % turns.size());
    const auto at = static_cast<std::size_t>(kind);
    if (taken.at(at) == groups.at(at).size()) {
      ++in_vain;
      continue;
    }
    in_vain = 0;
    const CalledAccount& account = *groups.at(at)[taken.at(at)++];
    interviews.push_back(
        {.account = account.id, .name = account.name, .kind = kind, .why = why(account, kind)});
  }
  std::ranges::stable_sort(interviews, {}, &Interview::kind);
  return interviews;
}

std::vector<LostReason> reasons_for_loss(std::span<const CalledAccount> accounts,
                                         std::chrono::seconds sales_cycle, Time now) {
  std::map<std::string, LostReason> reasons;  // by folded note
  for (const CalledAccount& account : accounts) {
    if (account.calls.empty() || deal_of(account, now, sales_cycle) != Deal::lost) continue;
    const std::string note = without_outer_spaces(note_of_loss(account));
    LostReason& reason = reasons.try_emplace(folded(note), LostReason{note, 0}).first->second;
    ++reason.accounts;
  }
  std::vector<LostReason> result;
  for (auto& [folded_note, reason] : reasons) result.push_back(std::move(reason));
  std::ranges::stable_sort(result, {}, [](const LostReason& reason) {
    return std::pair(reason.reason.empty(), -reason.accounts);
  });
  return result;
}

}  // namespace tipoff
