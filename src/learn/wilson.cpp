// Wilson's formula.
#include "learn/wilson.h"

#include <algorithm>
#include <cmath>

namespace tipoff {
namespace {

constexpr double z = 1.959963984540054;  // 97.5 % of a normal distribution lie below it

}  // namespace

Interval wilson_interval(std::int64_t successes, std::int64_t trials) {
  if (trials <= 0) return {};
  const auto n = static_cast<double>(trials);
  const double share = static_cast<double>(successes) / n;
  const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
  const double half =
      z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace tipoff
