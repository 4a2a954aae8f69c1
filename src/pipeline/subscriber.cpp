#include "pipeline/subscriber.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "fetch/retry_after.h"
#include "pipeline/hub_choice.h"
#include "pipeline/log.h"
#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::size_t most_at_once = 4;
constexpr std::size_t looked_at = 64;  // of those that are due, at a time

std::optional<Time> hold_of(const Response& response, Time now) {
  if (response.status != 429 && response.status != 503) return std::nullopt;
  const auto pause = retry_after(header(response, "retry-after"), now);
  return pause ? std::optional(now + *pause) : std::nullopt;
}

}  // namespace

Subscriber::Subscriber(Transport& transport, const Assembly& assembly, Database& database,
                       Poller& poller)
    : transport_(transport),
      assembly_(assembly),
      database_(database),
      poller_(poller),
      table_(database) {}

void Subscriber::start_due(Time now) {
  if (!reconciled_) {
    std::unordered_set<std::string> urls;
    for (const Feed& feed : assembly_.feeds) urls.insert(feed.url);
    auto transaction = database_.begin();
    end_unwanted(table_, urls, assembly_.settings.push, now);
    transaction.commit();
    reconciled_ = true;
  }
  if (!looked_) next_ = table_.next_step();
  looked_ = true;
  if (!next_ || *next_ > now || on_the_way_ >= most_at_once) return;
  for (bool moved = true; moved && on_the_way_ < most_at_once;) {
    const Batch batch = take_due(now);
    for (const Subscription& subscription : batch.taken) start(subscription, now);
    moved = batch.moved;
  }
  next_ = table_.next_step_after(now);  // what is still due waits for an answer
}

/// Those that are to be asked, already stored as such. One whose host is held, or out of budget, is
/// due when that ends; one whose host is full stays due.
Subscriber::Batch Subscriber::take_due(Time now) {
  Batch batch;
  std::map<std::string, std::optional<Time>> openings;
  auto transaction = database_.begin();
  for (Subscription& subscription : table_.due(now, looked_at)) {
    if (next_step(subscription, now) == PushStep::forget) {
      table_.forget(subscription.id);
      batch.moved = true;
      continue;
    }
    const auto [opens, is_new] = openings.try_emplace(host_of(subscription.hub));
    if (is_new) opens->second = poller_.opens_for_other(subscription.hub, now);
    if (!opens->second) continue;
    if (*opens->second > now) {
      subscription.next_step = *opens->second;
      table_.save(subscription);
      batch.moved = true;
    } else if (on_the_way_ + batch.taken.size() < most_at_once) {
      batch.taken.push_back(asked(subscription, now));
      table_.save(batch.taken.back());
      batch.moved = true;
      opens->second.reset();  // the next of this host when this one is counted
    }
  }
  transaction.commit();
  return batch;
}

void Subscriber::start(const Subscription& subscription, Time now) {
  ++on_the_way_;
  poller_.other_started(subscription.hub, now);
  auto request = hub_request(subscription, feed_of(subscription.feed), assembly_.settings.fetch,
                             assembly_.settings.push.lease);
  transport_.start(std::move(request),
                   [this, id = subscription.id, hub = subscription.hub, now](Response response) {
                     const auto held_until = hold_of(response, now);
                     poller_.other_finished(hub, held_until);
                     answers_.push_back({.subscription = id,
                                         .hub = hub,
                                         .held_until = held_until,
                                         .response = std::move(response)});
                   });
}

void Subscriber::record(Time now) {
  if (answers_.empty()) return;
  auto transaction = database_.begin();
  for (const Answer& answer : answers_) {
    poller_.remember_other(answer.hub, answer.held_until);
    const auto before = table_.find(answer.subscription);
    if (!before) continue;
    const Subscription after = answered(*before, answer.response, now);
    table_.save(after);
    if (!after.failure.empty())
      log(Severity::warning, "push.refused",
          {{"feed", after.feed}, {"hub", after.hub}, {"reason", after.failure}});
  }
  transaction.commit();
  on_the_way_ -= answers_.size();
  answers_.clear();
  looked_ = false;
}

std::optional<Time> Subscriber::next_due() const {
  if (on_the_way_ >= most_at_once) return std::nullopt;
  return next_;
}

/// One that is no longer polled is asked about by the rules for all.
Feed Subscriber::feed_of(const std::string& url) const {
  const auto found = std::ranges::find(assembly_.feeds, url, &Feed::url);
  if (found != assembly_.feeds.end()) return *found;
  Feed gone;
  gone.url = url;
  gone.allow_private_networks = assembly_.settings.allow_private_networks;
  return gone;
}

}  // namespace tipoff
