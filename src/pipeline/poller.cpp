#include "pipeline/poller.h"

#include <algorithm>

#include "text/url.h"

namespace tipoff {
namespace {

/// Where a feed is asked: its host, but for files.
std::string host_key(const Feed& feed) {
  return host_of(feed.url);
}

}  // namespace

Poller::Poller(Transport& transport, const Assembly& assembly, Database& database, Time now)
    : transport_(transport),
      assembly_(assembly),
      table_(database),
      gate_(assembly.settings.fetch.per_host) {
  const auto known = table_.all();
  for (const Feed& feed : assembly.feeds) {
    const auto found = known.find(feed.url);
    const FeedState state = found == known.end() ? FeedState{} : found->second;
    if (!state.parked) due_.push(states_.size(), state.next_due);
    states_.push_back(state);
    hosts_.push_back(host_key(feed));
  }
  for (const auto& [host, until] : table_.held_hosts(now)) gate_.hold(host, until);
}

void Poller::only_due(Time now) {
  last_due_ = now;
}

void Poller::start_due(Time now) {
  while (const auto feed = due_.pop(last_due_ ? std::min(now, *last_due_) : now)) {
    if (const auto held = gate_.held_until(hosts_[*feed], now)) {
      due_.push(*feed, *held);
      continue;
    }
    waiting_at_[hosts_[*feed]].push_back(*feed);
    ++waiting_;
    start_waiting(hosts_[*feed], now);
  }
}

void Poller::start_waiting(const std::string& host, Time now) {
  const auto found = waiting_at_.find(host);
  if (found == waiting_at_.end()) return;
  auto& queue = found->second;
  while (!queue.empty() && gate_.may_start(host, now)) {
    const FeedIndex feed = queue.front();
    queue.pop_front();
    --waiting_;
    start(feed, now);
  }
  if (const auto held = gate_.held_until(host, now)) {
    for (const FeedIndex feed : queue) due_.push(feed, *held);
    waiting_ -= queue.size();
    queue.clear();
  }
  if (queue.empty()) waiting_at_.erase(found);
}

void Poller::start(FeedIndex feed, Time now) {
  gate_.started(hosts_[feed]);
  ++on_the_way_;
  auto request = poll_request(assembly_.feeds[feed], states_[feed], assembly_.settings.fetch, now);
  transport_.start(std::move(request), [this, feed, now](Response response) {
    --on_the_way_;
    gate_.finished(hosts_[feed]);
    answers_.push_back({.feed = &assembly_.feeds[feed],
                        .state = states_[feed],
                        .outcome = poll_outcome(std::move(response), now)});
  });
}

void Poller::taken(const std::vector<FeedState>& states, Time now) {
  for (std::size_t i = 0; i < states.size(); ++i) {
    const auto feed = static_cast<FeedIndex>(answers_[i].feed - assembly_.feeds.data());
    states_[feed] = states[i];
    if (const auto& retry_after = answers_[i].outcome.retry_after) {
      gate_.hold(hosts_[feed], now + *retry_after);
      table_.hold_host(hosts_[feed], now + *retry_after);
    }
    if (!states[i].parked) due_.push(feed, states[i].next_due);
  }
  std::vector<std::string> hosts;
  for (std::size_t i = 0; i < states.size(); ++i)
    hosts.push_back(hosts_[static_cast<FeedIndex>(answers_[i].feed - assembly_.feeds.data())]);
  answers_.erase(answers_.begin(), answers_.begin() + static_cast<std::ptrdiff_t>(states.size()));
  for (const std::string& host : hosts) start_waiting(host, now);
}

std::optional<Time> Poller::next_due() const {
  const auto next = due_.next_due();
  return last_due_ && next > last_due_ ? std::nullopt : next;
}

std::size_t Poller::failing() const {
  return static_cast<std::size_t>(
      std::count_if(states_.begin(), states_.end(),
                    [](const FeedState& state) { return state.failures_in_a_row > 0; }));
}

}  // namespace tipoff
