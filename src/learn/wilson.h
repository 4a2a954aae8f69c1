// How sure one may be of a share that was counted: Wilson's score interval.
#pragma once

#include <cstdint>

namespace tipoff {

struct Interval {
  double low = 0;
  double high = 1;

  bool operator==(const Interval&) const = default;
};

/// The 95 % interval for the share behind `successes` of `trials` (Wilson 1927, without continuity
/// correction). It stays within 0 and 1, and means something for few trials too; none: 0 to 1.
[[nodiscard]] Interval wilson_interval(std::int64_t successes, std::int64_t trials);

}  // namespace tipoff
