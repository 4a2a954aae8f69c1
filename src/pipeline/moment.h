// Moment: one moment on two clocks, the one on the wall, which people set, and one that only runs
// on.
#pragma once

#include <chrono>

#include "clock.h"

namespace tipoff {

struct Moment {
  Time now{};
  std::chrono::steady_clock::time_point steady{};
};

}  // namespace tipoff
