// DueQueue: which feed is due next, among a hundred thousand.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "clock.h"

namespace tipoff {

/// Feeds are named by their index in the caller's list. Each stands at most once; every step costs
/// O(log n). Those due at the same moment come in the order of their index.
class DueQueue {
 public:
  /// A feed that stands already is moved.
  void push(std::size_t feed, Time due);
  void remove(std::size_t feed);

  /// Takes the one longest due, if any is due at `now`.
  [[nodiscard]] std::optional<std::size_t> pop(Time now);

  [[nodiscard]] std::optional<Time> next_due() const;
  [[nodiscard]] std::size_t size() const { return order_.size(); }

 private:
  std::set<std::pair<Time, std::size_t>> order_;
  std::vector<std::optional<Time>> due_;  // by feed
};

}  // namespace tipoff
