// How a host's daily budget is shared among the feeds that want it.
#pragma once

#include <chrono>
#include <vector>

namespace tipoff {

struct Wish {
  std::chrono::seconds interval{};  // as often as that, if the budget allows
  double weight = 1;                // above 0: of two feeds, who gets more
};

/// How long after its last request each feed is due, in the order of the wishes: its interval, or
/// longer where the budget is smaller than all wishes together, by weight. Nobody's share is
/// nothing.
[[nodiscard]] std::vector<std::chrono::seconds> shared_out(const std::vector<Wish>& wishes,
                                                           int per_day);

}  // namespace tipoff
