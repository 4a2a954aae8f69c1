// Comparing computed figures.
#pragma once

#include <algorithm>
#include <cmath>

namespace tipoff {

/// Equal but for a share of the larger one, or for 1e-12.
inline bool is_close(double a, double b, double share = 1e-6) {
  return std::abs(a - b) <= std::max(1e-12, share * std::max(std::abs(a), std::abs(b)));
}

}  // namespace tipoff
