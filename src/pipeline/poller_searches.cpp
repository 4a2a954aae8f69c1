// The part of the Poller that knows news searches: whose turn it is, and how they spread.
#include <algorithm>

#include "fetch/search_plan.h"
#include "pipeline/poller.h"

namespace tipoff {
namespace {

constexpr std::size_t at_once_at_the_start = 60;  // of one host's searches; the others spread
constexpr double weight_of_the_top = 3;           // against 1 for those below
constexpr std::size_t top_part = 10;              // the top is this part of the searches

std::chrono::seconds interval_of(const Feed& feed) {
  return feed.interval.value_or(default_interval);
}

}  // namespace

/// Where a budget is shared out: those never asked first, then by their shares. Elsewhere in the
/// order in which they are due.
Poller::Turn Poller::turn_of(FeedIndex feed) const {
  const FeedState& state = states_[feed];
  Time deadline = state.next_due;
  if (periods_[feed] > std::chrono::seconds{0})
    deadline = state.last_attempt ? *state.last_attempt + periods_[feed] : Time{};
  return {.deadline = deadline, .rank = ranks_[feed], .feed = feed};
}

/// Searches of one host that are all due at the start, as after a first start or a long pause, are
/// spread over their interval. Where the host has a budget, that one spreads them.
void Poller::spread_searches(Time now) {
  std::map<HostIndex, std::vector<Turn>> due;
  for (FeedIndex feed = 0; feed < states_.size(); ++feed)
    if (!assembly_.feeds[feed].searched_account.empty() && states_[feed].next_due <= now &&
        !states_[feed].parked && gate_.pace(hosts_[host_of_[feed]].name) == nullptr)
      due[host_of_[feed]].push_back(turn_of(feed));
  for (auto& [host, turns] : due) {
    std::ranges::sort(turns);
    const auto count = static_cast<std::chrono::seconds::rep>(turns.size());
    for (std::size_t i = at_once_at_the_start; i < turns.size(); ++i) {
      const FeedIndex feed = turns[i].feed;
      const auto place = static_cast<std::chrono::seconds::rep>(i - at_once_at_the_start + 1);
      due_.push(feed, now + interval_of(assembly_.feeds[feed]) * place / count);
    }
  }
}

void Poller::share_budgets() {
  std::map<HostIndex, std::vector<FeedIndex>> paced;
  for (FeedIndex feed = 0; feed < states_.size(); ++feed)
    if (!states_[feed].parked && gate_.pace(hosts_[host_of_[feed]].name) != nullptr)
      paced[host_of_[feed]].push_back(feed);
  for (const auto& [host, feeds] : paced) {
    std::vector<std::size_t> ranks;
    for (const FeedIndex feed : feeds) ranks.push_back(ranks_[feed]);
    std::ranges::sort(ranks);
    const std::size_t top = ranks[(ranks.size() - 1) / top_part];
    std::vector<Wish> wishes;
    for (const FeedIndex feed : feeds)
      wishes.push_back({.interval = interval_of(assembly_.feeds[feed]),
                        .weight = ranks_[feed] <= top ? weight_of_the_top : 1});
    const auto periods = shared_out(wishes, gate_.pace(hosts_[host].name)->per_day());
    for (std::size_t i = 0; i < feeds.size(); ++i) periods_[feeds[i]] = periods[i];
  }
}

void Poller::favour(const std::unordered_map<std::string, std::size_t>& ranks) {
  if (!has_searches_) return;
  std::vector<std::vector<FeedIndex>> waiting(hosts_.size());
  for (HostIndex host = 0; host < hosts_.size(); ++host)
    for (const Turn& turn : hosts_[host].waiting) waiting[host].push_back(turn.feed);
  for (FeedIndex feed = 0; feed < states_.size(); ++feed) {
    const std::string& account = assembly_.feeds[feed].searched_account;
    if (account.empty()) continue;
    const auto found = ranks.find(account);
    ranks_[feed] = 1 + (found == ranks.end() ? ranks.size() : found->second);
  }
  share_budgets();
  for (HostIndex host = 0; host < hosts_.size(); ++host) {
    hosts_[host].waiting.clear();
    for (const FeedIndex feed : waiting[host]) hosts_[host].waiting.insert(turn_of(feed));
  }
}

}  // namespace tipoff
