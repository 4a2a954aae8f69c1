// Ranks called accounts anew.
#include "learn/replay.h"

#include <algorithm>

#include "score/target.h"

namespace tipoff {
namespace {

struct Ranked {
  int score = 0;
  bool won = false;
};

using Scores = std::vector<std::optional<int>>;

Scores scores_of(std::span<const DecidedAccount> accounts, const Scoring& scoring) {
  Rescorer rescorer(scoring);
  Scores scores;
  scores.reserve(accounts.size());
  for (const DecidedAccount& each : accounts) scores.push_back(rescorer.score(*each.account));
  return scores;
}

/// Accounts of one score share what is left of the top.
TopOfList top_of(std::span<const DecidedAccount> accounts, const Scores& scores, int top) {
  std::map<int, std::pair<int, int>, std::greater<>> groups;  // by score: accounts, won
  for (std::size_t row = 0; row < accounts.size(); ++row) {
    if (!scores[row]) continue;
    auto& [count, won] = groups[*scores[row]];
    ++count;
    if (accounts[row].won) ++won;
  }
  TopOfList result;
  for (const auto& [score, group] : groups) {
    const int taken = std::min(group.first, top - result.accounts);
    result.accounts += taken;
    result.won += static_cast<double>(group.second) * taken / group.first;
  }
  return result;
}

bool is_criterion_kept(Criterion criterion) {
  return criterion == Criterion::sold_in_industry || criterion == Criterion::reference_customer ||
         criterion == Criterion::personally_involved;
}

}  // namespace

std::optional<int> Rescorer::points(Side& side, const std::vector<std::string>& values) {
  if (side.targets->empty() || values.empty()) return 0;
  std::optional<int> best;
  for (const std::string& value : values) {
    const auto [known, fresh] = side.known.try_emplace(value);
    if (fresh) {
      const auto match = side.titles
                             ? best_title_match(value, *side.targets, side.importance)
                             : best_match(std::span(&value, 1), *side.targets, side.importance);
      if (match) known->second = match->points;
    }
    if (known->second) best = std::max(best.value_or(0), *known->second);
  }
  return best;
}

int Rescorer::trigger_points(const CalledAccount& account) const {
  int most = 0;
  for (const EventAtCall& event : account.events) {
    if (event.certainty == Certainty::denied) continue;
    if (std::ranges::find(scoring_->retired_rules, event.rule) != scoring_->retired_rules.end())
      continue;
    const auto trigger = weight_of(scoring_->profile, event.event);
    if (!trigger || first_call(account) - event.happened_at >= trigger->window) continue;
    most = std::max(most, event.certainty == Certainty::rumoured ? std::min(trigger->weight, 1)
                                                                 : trigger->weight);
  }
  return most;
}

std::optional<int> Rescorer::score(const CalledAccount& account) {
  const auto industry = points(industry_, account.industries);
  const auto title = points(title_, account.titles);
  const auto region = points(region_, account.regions);
  if (!industry || !title || !region) return std::nullopt;
  int score = *industry + *title + *region + trigger_points(account);
  for (const ScorePart& part : account.parts)
    if (is_criterion_kept(part.criterion)) score += part.points;
  return score;
}

int usual_top(std::size_t accounts) {
  return std::max(20, static_cast<int>(accounts / 5));
}

Replay replay(std::span<const DecidedAccount> accounts, const Scoring& before, const Scoring& after,
              int top) {
  const Scores then = scores_of(accounts, before);
  const Scores now = scores_of(accounts, after);
  Replay result{.before = top_of(accounts, then, top), .after = top_of(accounts, now, top)};
  for (std::size_t row = 0; row < accounts.size(); ++row) {
    if (!then[row] || now[row]) continue;
    ++result.off_list;
    if (accounts[row].won) ++result.off_list_won;
  }
  return result;
}

}  // namespace tipoff
