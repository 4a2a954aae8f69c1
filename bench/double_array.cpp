// The automaton, built level by level: a state's failure link leads to a level that is there
// already.
#include "double_array.h"

#include <algorithm>

namespace tipoff::bench {

DoubleArray::DoubleArray(std::vector<std::string> patterns) : patterns_(std::move(patterns)) {
  std::sort(patterns_.begin(), patterns_.end());
  states_.resize(512);
  states_[0].parent = none;
  std::vector<Range> level{{0, static_cast<std::uint32_t>(patterns_.size()), 0, 0}};
  while (!level.empty()) {
    std::vector<Range> next;
    for (const Range& range : level) {
      const std::vector<Child> found = children(range);
      if (found.empty()) continue;
      const std::uint32_t base = room_for(found);
      states_[range.state].base = base;
      for (const Child& child : found) {
        const std::uint32_t state = base + child.byte;
        states_[state].parent = range.state;
        next.push_back({child.first, child.last, range.depth + 1, state});
      }
    }
    for (const Range& range : next) {
      State& state = states_[range.state];
      state.fail =
          range.depth == 1
              ? 0
              : fail_of(states_[state.parent].fail,
                        static_cast<unsigned char>(patterns_[range.first][range.depth - 1]));
      state.hit = states_[state.fail].hit;
      if (patterns_[range.first].size() != range.depth) continue;
      state.hit = static_cast<std::uint32_t>(ends_.size());
      ends_.push_back({range.first, state.fail});
    }
    level = std::move(next);
  }
  states_.resize(states_.size() + 256);  // a base may point at the end
  states_.shrink_to_fit();
}

std::vector<DoubleArray::Child> DoubleArray::children(const Range& range) const {
  std::vector<Child> found;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (patterns_[i].size() == range.depth) continue;
    const auto byte = static_cast<unsigned char>(patterns_[i][range.depth]);
    if (found.empty() || found.back().byte != byte) found.push_back({byte, i, i});
    found.back().last = i + 1;
  }
  return found;
}

/// A base at which all children's slots are free.
std::uint32_t DoubleArray::room_for(const std::vector<Child>& children) {
  std::size_t tried = 0;
  std::size_t taken = 0;
  const std::size_t from = std::max<std::size_t>(first_free_, std::size_t{children[0].byte} + 1);
  for (std::size_t slot = from;; ++slot, ++tried) {
    if (slot + 512 > states_.size()) states_.resize(states_.size() * 2);
    if (states_[slot].parent != unused) {
      ++taken;
      continue;
    }
    const std::size_t base = slot - children[0].byte;
    const bool free = std::all_of(children.begin(), children.end(), [&](const Child& child) {
      return states_[base + child.byte].parent == unused;
    });
    if (!free) continue;
    while (states_[first_free_].parent != unused) ++first_free_;
    if (20 * taken >= 19 * tried && tried > 64) first_free_ = slot;  // crowded: look no more there
    return static_cast<std::uint32_t>(base);
  }
}

std::uint32_t DoubleArray::fail_of(std::uint32_t from, unsigned char byte) const {
  for (std::uint32_t state = from;; state = states_[state].fail) {
    const std::uint32_t next = states_[state].base + byte;
    if (states_[next].parent == state) return next;
    if (state == 0) return 0;
  }
}

}  // namespace tipoff::bench
