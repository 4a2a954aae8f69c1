// An ordered set, and beside it where each feed stands.
#include "fetch/due_queue.h"

namespace tipoff {

void DueQueue::push(std::size_t feed, Time due) {
  remove(feed);
  if (feed >= due_.size()) due_.resize(feed + 1);
  due_[feed] = due;
  order_.emplace(due, feed);
}

void DueQueue::remove(std::size_t feed) {
  if (feed >= due_.size()) return;
  std::optional<Time>& due = due_[feed];
  if (due) order_.erase({*due, feed});
  due.reset();
}

std::optional<std::size_t> DueQueue::pop(Time now) {
  if (order_.empty() || order_.begin()->first > now) return std::nullopt;
  const std::size_t feed = order_.begin()->second;
  remove(feed);
  return feed;
}

std::optional<Time> DueQueue::next_due() const {
  if (order_.empty()) return std::nullopt;
  return order_.begin()->first;
}

}  // namespace tipoff
