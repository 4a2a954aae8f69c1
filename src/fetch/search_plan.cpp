// Feeds whose share is more than they wish for give the rest to the others, until nobody does.
#include "fetch/search_plan.h"

#include <algorithm>
#include <cmath>

namespace tipoff {
namespace {

constexpr double seconds_a_day = 86'400;

double wished(const Wish& wish) {  // requests a day
  return seconds_a_day /
         static_cast<double>(std::max<std::chrono::seconds::rep>(wish.interval.count(), 1));
}

}  // namespace

std::vector<std::chrono::seconds> shared_out(const std::vector<Wish>& wishes, int per_day) {
  std::vector<bool> satisfied(wishes.size(), false);
  double left = per_day;
  double weight = 0;
  for (const Wish& wish : wishes) weight += wish.weight;
  for (bool changed = true; changed;) {
    changed = false;
    const double share = left / weight;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      if (satisfied[i] || wished(wishes[i]) > share * wishes[i].weight) continue;
      satisfied[i] = changed = true;
      left -= wished(wishes[i]);
      weight -= wishes[i].weight;
    }
    if (weight <= 0 || left <= 0) break;
  }
  std::vector<std::chrono::seconds> periods;
  periods.reserve(wishes.size());
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const double each = satisfied[i] ? wished(wishes[i]) : left / weight * wishes[i].weight;
    const auto period = std::chrono::seconds{std::llround(seconds_a_day / each)};
    periods.push_back(satisfied[i] ? wishes[i].interval : std::max(period, wishes[i].interval));
  }
  return periods;
}

}  // namespace tipoff
