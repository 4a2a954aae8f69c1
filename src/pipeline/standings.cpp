#include "pipeline/standings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "rank/rank.h"

namespace tipoff {
namespace {

std::map<std::string, std::vector<Story>> by_account(std::vector<Story> stories) {
  std::map<std::string, std::vector<Story>> grouped;
  for (Story& story : stories) grouped[story.account].push_back(std::move(story));
  return grouped;
}

StoredScore stored(const std::string& account, int score, bool qualified,
                   std::optional<Time> next_change) {
  return {.account = account, .score = score, .qualified = qualified, .next_change = next_change};
}

}  // namespace

Standings::Standings(const Assembly& assembly, const Profile& profile)
    : assembly_(assembly), profile_(profile) {
  for (std::size_t i = 0; i < assembly.accounts.size(); ++i) {
    if (!belongs_to(assembly.accounts[i], profile)) continue;
    row_of_.emplace(static_cast<AccountIndex>(i), rows_.size());
    rows_.emplace_back().account = static_cast<AccountIndex>(i);
  }
}

void Standings::take(Row& row, const AccountScore& score) const {
  row.score = score.score;
  row.qualified = !score.disqualified;
  row.live_events = static_cast<int>(score.events.size());
  row.newest_event = {};
  for (const Story& story : score.events)
    row.newest_event = std::max(row.newest_event, story.happened_at);
  row.next_change = score.next_change;
}

void Standings::save(const Row& row, ScoreTable& scores) const {
  scores.save(profile_.seller, stored(assembly_.accounts[row.account].id, row.score, row.qualified,
                                      row.next_change));
}

void Standings::score_all(StoryTable& stories, ScoreTable& scores, const CallTable& calls,
                          Time now) {
  const auto called = calls.last_calls(profile_.seller);
  const auto told = by_account(stories.list({}));
  std::map<std::string, StoredScore> before;
  for (StoredScore& score : scores.all(profile_.seller))
    before.emplace(score.account, std::move(score));

  std::vector<std::string> kept;
  kept.reserve(rows_.size());
  for (Row& row : rows_) {
    const Account& account = assembly_.accounts[row.account];
    const auto found = told.find(account.id);
    take(row, found == told.end() ? score(account, {}, profile_, now)
                                  : score(account, found->second, profile_, now));
    const auto call = called.find(account.id);
    row.last_call = call == called.end() ? std::nullopt : std::optional(call->second);
    const auto old = before.find(account.id);
    if (old == before.end() ||
        old->second != stored(account.id, row.score, row.qualified, row.next_change))
      save(row, scores);
    kept.push_back(account.id);
  }
  if (before.size() > 0) scores.keep_only(profile_.seller, kept);
}

void Standings::score_some(const std::vector<AccountIndex>& accounts, StoryTable& stories,
                           ScoreTable& scores, const CallTable& calls, Time now) {
  for (const AccountIndex index : accounts) {
    const auto found = row_of_.find(index);
    if (found == row_of_.end()) continue;
    Row& row = rows_[found->second];
    take(row, score(assembly_.accounts[index], stories.of_account(assembly_.accounts[index].id),
                    profile_, now));
    const auto call = calls.latest(assembly_.accounts[index].id, profile_.seller);
    row.last_call = call ? std::optional(call->at) : std::nullopt;
    save(row, scores);
  }
}

std::vector<AccountIndex> Standings::expired(Time now) const {
  std::vector<AccountIndex> accounts;
  for (const Row& row : rows_)
    if (row.next_change && *row.next_change <= now) accounts.push_back(row.account);
  return accounts;
}

std::optional<Time> Standings::next_change() const {
  std::optional<Time> next;
  for (const Row& row : rows_)
    if (row.next_change && (!next || *row.next_change < *next)) next = row.next_change;
  return next;
}

CallList Standings::call_list(StoryTable& stories, std::size_t top, const CallList& previous,
                              Time now) const {
  std::vector<const Row*> order;
  std::vector<Candidate> candidates;
  for (const Row& row : rows_) {
    if (row.qualified)
      order.push_back(&row);
    else
      candidates.push_back({.account = &assembly_.accounts[row.account],
                            .score = score(assembly_.accounts[row.account], {}, profile_, now),
                            .last_call = std::nullopt});
  }
  // Only what can be among the best needs its whole score; ties at the edge are rank()'s to break.
  const auto before = [](const Row* a, const Row* b) {
    return std::tie(a->score, a->newest_event, a->live_events) >
           std::tie(b->score, b->newest_event, b->live_events);
  };
  std::size_t wanted = order.size();
  if (top > 0 && top < order.size()) {
    std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(top) - 1,
                     order.end(), before);
    const Row* edge = order[top - 1];
    const auto below = std::partition(order.begin(), order.end(),
                                      [&](const Row* row) { return !before(edge, row); });
    wanted = static_cast<std::size_t>(below - order.begin());
  }
  for (std::size_t i = 0; i < wanted; ++i) {
    const Account& account = assembly_.accounts[order[i]->account];
    const auto told =
        order[i]->live_events > 0 ? stories.of_account(account.id) : std::vector<Story>{};
    candidates.push_back({.account = &account,
                          .score = score(account, told, profile_, now),
                          .last_call = order[i]->last_call});
  }
  return rank(std::move(candidates), profile_, top, previous);
}

CallListEntry Standings::entry(AccountIndex account, const CallList& list, StoryTable& stories,
                               Time now) const {
  const Account& wanted = assembly_.accounts[account];
  for (const CallListEntry& entry : list.entries)
    if (entry.id == wanted.id) return entry;
  std::vector<Candidate> alone;
  alone.push_back({.account = &wanted,
                   .score = score(wanted, stories.of_account(wanted.id), profile_, now),
                   .last_call = std::nullopt});
  const auto single = rank(std::move(alone), profile_, 0, {});
  CallListEntry entry =
      single.entries.empty() ? single.disqualified.front() : single.entries.front();
  entry.rank = 0;
  return entry;
}

}  // namespace tipoff
