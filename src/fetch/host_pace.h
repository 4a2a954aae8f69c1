// HostPace: how many requests a day a host is sent, spread over the day.
#pragma once

#include <chrono>

#include "clock.h"

namespace tipoff {

using PreciseTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// A budget of requests a day. Never more than that within any 24 hours; an hour's share may be
/// asked in one go, the rest evenly over the day (generic cell rate algorithm, ITU-T I.371).
class HostPace {
 public:
  /// `spent_until` is what an earlier run has used up: spent_until() of then.
  explicit HostPace(int per_day, PreciseTime spent_until = {});

  [[nodiscard]] bool allows(Time now) const { return now >= opens_at(); }
  [[nodiscard]] Time opens_at() const;  // rounded up to a second
  void spend(Time now);
  [[nodiscard]] PreciseTime spent_until() const { return spent_until_; }
  [[nodiscard]] int per_day() const { return per_day_; }

 private:
  int per_day_;
  std::chrono::milliseconds apart_;   // between two requests, when many wait
  std::chrono::milliseconds credit_;  // what may be asked ahead
  PreciseTime spent_until_;
};

}  // namespace tipoff
