#include "pipeline/poller.h"

#include <algorithm>

#include "fetch/request_key.h"
#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::size_t most_on_the_way = 2048;  // each holds its request: bounds the memory

}  // namespace

Poller::Poller(Transport& transport, const Assembly& assembly, Database& database, Time now)
    : transport_(transport),
      assembly_(assembly),
      table_(database),
      gate_(assembly.settings.fetch.per_host),
      paces_(table_.paces()),
      asked_(assembly.feeds.size(), false),
      ranks_(assembly.feeds.size(), 0),
      periods_(assembly.feeds.size(), std::chrono::seconds{0}) {
  auto known = table_.all();
  states_.reserve(assembly.feeds.size());
  host_of_.reserve(assembly.feeds.size());
  for (const Feed& feed : assembly.feeds) {
    const FeedIndex index = states_.size();
    const auto found = known.find(feed.url);
    states_.push_back(found == known.end() ? FeedState{} : std::move(found->second));
    const std::string url = poll_url(feed, states_[index]);
    host_of_.push_back(host_index(host_of(url)));
    share_request(index);
    failing_ += states_[index].failures_in_a_row > 0 ? 1 : 0;
    if (!feed.searched_account.empty()) {
      has_searches_ = true;
      ranks_[index] = index + 1;
    }
    place(index, now);
  }
  for (const auto& [host, until] : table_.held_hosts(now)) gate_.hold(host, until);
  share_budgets();
}

Poller::HostIndex Poller::host_index(const std::string& name) {
  const auto [found, is_new] = host_by_name_.try_emplace(name, hosts_.size());
  if (is_new) {
    hosts_.push_back({.name = name, .waiting = {}});
    const int budget = budget_of(assembly_.settings.fetch, name);
    const auto pace = paces_.find(name);
    if (budget > 0)
      gate_.set_pace(name, HostPace(budget, pace == paces_.end() ? PreciseTime{} : pace->second));
  }
  return found->second;
}

/// Enters the feed under the request that it makes now. Only a hash is kept of what is asked by one
/// feed alone, as nearly all are.
void Poller::share_request(FeedIndex feed) {
  const std::string key = request_key(poll_url(assembly_.feeds[feed], states_[feed]));
  const auto [first, is_new] = first_asked_.try_emplace(std::hash<std::string>{}(key), feed);
  if (is_new || first->second == feed) return;
  auto& same = shared_[key];
  for (const FeedIndex other : {first->second, feed})
    if (std::ranges::find(same, other) == same.end()) same.push_back(other);
}

/// Where it stands in the order of due times.
void Poller::place(FeedIndex feed, Time now) {
  if (states_[feed].parked) return;
  Time due = states_[feed].next_due;
  if (const auto& window = assembly_.feeds[feed].window)
    due = std::max(due, opens(*window, std::max(due, now)));
  due_.push(feed, due);
}

void Poller::only_due(Time now) {
  last_due_ = now;
}

void Poller::start_due(Time now) {
  if (!spread_ && !last_due_) spread_searches(now);
  spread_ = true;
  std::set<HostIndex> touched;
  while (const auto host = opening_.pop(now)) touched.insert(*host);
  while (const auto feed = due_.pop(last_due_ ? std::min(now, *last_due_) : now))
    stand_in(*feed, touched);
  ready_.insert(ready_.end(), touched.begin(), touched.end());
  go_on(now);
}

void Poller::stand_in(FeedIndex feed, std::set<HostIndex>& touched) {
  hosts_[host_of_[feed]].waiting.insert(turn_of(feed));
  ++waiting_;
  touched.insert(host_of_[feed]);
}

/// Starts what waits at the hosts that are ready, as far as there is room.
void Poller::go_on(Time now) {
  for (std::size_t left = ready_.size(); left > 0 && on_the_way_ < most_on_the_way; --left) {
    const HostIndex host = ready_.front();
    ready_.pop_front();
    start_waiting(host, now);
  }
}

void Poller::start_waiting(HostIndex host, Time now) {
  auto& waiting = hosts_[host].waiting;
  while (!waiting.empty() && !gate_.is_full(hosts_[host].name)) {
    if (on_the_way_ >= most_on_the_way) return ready_.push_front(host);
    if (wait_for_opening(host, now)) return;
    const FeedIndex feed = waiting.begin()->feed;
    waiting.erase(waiting.begin());
    --waiting_;
    const auto& window = assembly_.feeds[feed].window;
    if (window && opens(*window, now) > now)
      due_.push(feed, opens(*window, now));
    else
      start(feed, now);
  }
}

/// Whether the host is held or out of budget; then it is looked at again when it opens.
bool Poller::wait_for_opening(HostIndex host, Time now) {
  const Time opens = gate_.opens_at(hosts_[host].name, now);
  if (opens <= now) return false;
  if (last_due_) {
    waiting_ -= hosts_[host].waiting.size();
    hosts_[host].waiting.clear();
  } else {
    opening_.push(host, opens);
  }
  return true;
}

void Poller::start(FeedIndex feed, Time now) {
  const auto& fetch = assembly_.settings.fetch;
  const Host& host = hosts_[host_of_[feed]];
  const auto together = with_same_request(feed);
  auto request = poll_request(assembly_.feeds[feed], states_[feed], fetch, now);
  bool conditional = sends_validators(states_[feed], now);
  for (const FeedIndex other : together) {
    asked_[other] = true;
    if (!conditional || (states_[other].etag == states_[feed].etag &&
                         states_[other].last_modified == states_[feed].last_modified))
      continue;
    request = poll_request(assembly_.feeds[feed], {}, fetch, now);  // one of them lacks the rest
    request.url = poll_url(assembly_.feeds[feed], states_[feed]);
    conditional = false;
  }
  request.keep_connection =
      request.keep_connection || !host.waiting.empty() || gate_.running(host.name) > 0;
  gate_.started(host.name, now);
  ++on_the_way_;
  transport_.start(std::move(request), [this, together, conditional, now](Response response) {
    arrived(together, std::move(response), conditional, now);
  });
}

/// The feed itself, and those that the same request serves; these no longer wait for their own.
std::vector<Poller::FeedIndex> Poller::with_same_request(FeedIndex feed) {
  std::vector<FeedIndex> together{feed};
  if (shared_.empty()) return together;
  const auto found = shared_.find(request_key(poll_url(assembly_.feeds[feed], states_[feed])));
  if (found == shared_.end()) return together;
  const Feed& asked = assembly_.feeds[feed];
  for (const FeedIndex other : found->second) {
    const Feed& candidate = assembly_.feeds[other];
    if (other == feed || asked_[other] || states_[other].parked ||
        request_key(poll_url(candidate, states_[other])) != found->first ||
        candidate.allow_private_networks != asked.allow_private_networks ||
        candidate.proxy != asked.proxy)
      continue;
    due_.remove(other);
    waiting_ -= hosts_[host_of_[other]].waiting.erase(turn_of(other));
    together.push_back(other);
  }
  return together;
}

void Poller::arrived(const std::vector<FeedIndex>& feeds, Response response, bool conditional,
                     Time now) {
  --on_the_way_;
  const HostIndex host = host_of_[feeds.front()];
  gate_.finished(hosts_[host].name);
  auto outcome = poll_outcome(std::move(response), now, conditional);
  if (outcome.retry_after) {
    gate_.hold(hosts_[host].name, now + *outcome.retry_after);
    gate_.hold(host_of(outcome.url), now + *outcome.retry_after);
  }
  for (const FeedIndex feed : feeds) {
    bytes_ += outcome.body.size();
    answers_.push_back({.feed = &assembly_.feeds[feed],
                        .state = states_[feed],
                        .outcome = feed == feeds.back() ? std::move(outcome) : outcome});
  }
  ready_.push_back(host);
}

void Poller::remember_hosts(Time now) {
  std::set<HostIndex> paced;
  for (const FeedAnswer& answer : answers_) {
    const HostIndex host = host_of_[index_of(answer)];
    if (gate_.pace(hosts_[host].name) != nullptr) paced.insert(host);
    if (!answer.outcome.retry_after) continue;
    for (const std::string& name : {hosts_[host].name, host_of(answer.outcome.url)})
      if (!name.empty()) table_.hold_host(name, now + *answer.outcome.retry_after);
  }
  for (const HostIndex host : paced)
    table_.save_pace(hosts_[host].name, gate_.pace(hosts_[host].name)->spent_until());
}

void Poller::taken(const std::vector<FeedState>& states, Time now) {
  for (const FeedState& state : states) {
    const FeedAnswer& answer = answers_.front();
    const FeedIndex feed = index_of(answer);
    failing_ += state.failures_in_a_row > 0 ? 1 : 0;
    failing_ -= states_[feed].failures_in_a_row > 0 ? 1 : 0;
    const bool moved = poll_url(*answer.feed, states_[feed]) != poll_url(*answer.feed, state);
    states_[feed] = state;
    asked_[feed] = false;
    bytes_ -= answer.outcome.body.size();
    if (moved) {
      const std::string url = poll_url(*answer.feed, state);
      host_of_[feed] = host_index(host_of(url));
      share_request(feed);
    }
    place(feed, now);
    answers_.pop_front();
  }
  go_on(now);
}

std::optional<Time> Poller::next_due() const {
  if (on_the_way_ >= most_on_the_way) return std::nullopt;
  auto next = due_.next_due();
  if (last_due_ && next > last_due_) next.reset();
  const auto opening = opening_.next_due();
  return opening && (!next || *opening < *next) ? opening : next;
}

Poller::FeedIndex Poller::index_of(const FeedAnswer& answer) const {
  return static_cast<FeedIndex>(answer.feed - assembly_.feeds.data());
}

}  // namespace tipoff
