// Each channel is a lane: what waits, by its moment; what is on its way; and what holds it up.
#include "pipeline/delivery_queue.h"

#include <algorithm>
#include <unordered_set>

namespace tipoff {
namespace {

using namespace std::chrono_literals;

std::string topic_of(const OwedMessage& message) {
  return message.topic.empty() ? std::string() : message.recipient + '\n' + message.topic;
}

}  // namespace

std::chrono::seconds left_of_wait(Time since, Time until, Time now) {
  return std::clamp(until - now, 0s, std::max(until - since, 0s));
}

void DeliveryQueue::serve(const std::string& channel, std::size_t most_per_minute) {
  Lane& lane = lanes_[channel];
  lane.served = true;
  lane.most_per_minute = most_per_minute;
}

void DeliveryQueue::add(const OwedMessage& message, const Moment& moment) {
  const auto [found, is_new] = entries_.try_emplace(message.id);
  Entry& entry = found->second;
  if (!is_new && (entry.on_the_way || entry.next_try == message.next_try)) return;
  Lane& lane = lanes_[message.channel];
  if (!is_new) lane.waiting.erase({entry.due, message.id});
  entry.channel = message.channel;
  entry.topic = topic_of(message);
  entry.next_try = message.next_try;
  entry.due = moment.steady + left_of_wait(message.since, message.next_try, moment.now);
  lane.waiting.emplace(entry.due, message.id);
}

void DeliveryQueue::replace(const std::vector<OwedMessage>& owed, const Moment& moment) {
  std::unordered_set<std::int64_t> ids;
  for (const OwedMessage& message : owed) {
    ids.insert(message.id);
    add(message, moment);
  }
  std::vector<std::int64_t> gone;
  for (const auto& [id, entry] : entries_)
    if (!entry.on_the_way && !ids.contains(id)) gone.push_back(id);
  for (const std::int64_t id : gone) forget(id);
}

/// When neither a hold nor the rate is in the way; `now` where they are not.
DeliveryQueue::Steady::time_point DeliveryQueue::opens(const Lane& lane, Steady::time_point now) {
  auto opens = std::max(lane.held, now);
  if (lane.most_per_minute > 0 && lane.starts.size() >= lane.most_per_minute)
    opens = std::max(opens, lane.starts[lane.starts.size() - lane.most_per_minute] + 1min);
  return opens;
}

std::optional<std::int64_t> DeliveryQueue::next(const std::string& channel,
                                                Steady::time_point now) {
  Lane& lane = lanes_[channel];
  while (!lane.starts.empty() && lane.starts.front() + 1min <= now) lane.starts.pop_front();
  if (!lane.served || lane.on_the_way >= at_once_ || opens(lane, now) > now) return std::nullopt;
  for (const auto& [due, id] : lane.waiting) {
    if (due > now) break;
    const std::string& topic = entries_.at(id).topic;
    if (topic.empty() || !lane.topics.contains(topic)) return id;
  }
  return std::nullopt;
}

void DeliveryQueue::started(std::int64_t id, Steady::time_point now) {
  Entry& entry = entries_.at(id);
  Lane& lane = lanes_[entry.channel];
  lane.waiting.erase({entry.due, id});
  lane.starts.push_back(now);
  if (!entry.topic.empty()) lane.topics.insert(entry.topic);
  entry.on_the_way = true;
  ++lane.on_the_way;
  ++on_the_way_;
}

void DeliveryQueue::leave_lane(std::int64_t id, Entry& entry) {
  Lane& lane = lanes_[entry.channel];
  lane.waiting.erase({entry.due, id});
  if (!entry.on_the_way) return;
  lane.topics.erase(entry.topic);
  entry.on_the_way = false;
  --lane.on_the_way;
  --on_the_way_;
}

void DeliveryQueue::wait(std::int64_t id, Steady::time_point due, Time next_try) {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return;
  Entry& entry = found->second;
  leave_lane(id, entry);
  entry.due = due;
  entry.next_try = next_try;
  lanes_[entry.channel].waiting.emplace(due, id);
}

void DeliveryQueue::forget(std::int64_t id) {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return;
  leave_lane(id, found->second);
  entries_.erase(found);
}

void DeliveryQueue::hold(const std::string& channel, Steady::time_point until) {
  Lane& lane = lanes_[channel];
  lane.held = std::max(lane.held, until);
}

std::optional<DeliveryQueue::Steady::time_point> DeliveryQueue::next_due(
    Steady::time_point now) const {
  std::optional<Steady::time_point> next;
  for (const auto& [name, lane] : lanes_) {
    if (!lane.served || lane.waiting.empty() || lane.on_the_way >= at_once_) continue;
    auto due = std::max(lane.waiting.begin()->first, opens(lane, now));
    if (due <= now) {  // it stands behind one of its topic, and needs no clock
      const auto later = lane.waiting.upper_bound({now, INT64_MAX});
      if (later == lane.waiting.end()) continue;
      due = later->first;
    }
    if (!next || due < *next) next = due;
  }
  return next;
}

}  // namespace tipoff
