#include "pipeline/subscriber.h"

#include <algorithm>
#include <unordered_set>

#include "pipeline/hub_choice.h"
#include "pipeline/log.h"

namespace tipoff {
namespace {

constexpr std::size_t most_at_once = 4;

}  // namespace

Subscriber::Subscriber(Transport& transport, const Assembly& assembly, Database& database)
    : transport_(transport), assembly_(assembly), database_(database), table_(database) {}

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
  for (const Subscription& subscription : take_due(now)) start(subscription);
  next_ = table_.next_step();
}

/// Those that are to be asked, already stored as such.
std::vector<Subscription> Subscriber::take_due(Time now) {
  std::vector<Subscription> taken;
  auto transaction = database_.begin();
  for (const Subscription& subscription : table_.due(now, most_at_once - on_the_way_)) {
    if (next_step(subscription, now) == PushStep::forget) {
      table_.forget(subscription.id);
      continue;
    }
    taken.push_back(asked(subscription, now));
    table_.save(taken.back());
  }
  transaction.commit();
  return taken;
}

void Subscriber::start(const Subscription& subscription) {
  ++on_the_way_;
  auto request = hub_request(subscription, feed_of(subscription.feed), assembly_.settings.fetch,
                             assembly_.settings.push.lease);
  transport_.start(std::move(request), [this, id = subscription.id](Response response) {
    answers_.push_back({.subscription = id, .response = std::move(response)});
  });
}

void Subscriber::record(Time now) {
  if (answers_.empty()) return;
  auto transaction = database_.begin();
  for (const Answer& answer : answers_) {
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
