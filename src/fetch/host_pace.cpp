// One moment is all that is kept: until when the requests so far have used the budget up.
#include "fetch/host_pace.h"

#include <algorithm>

namespace tipoff {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds day = std::chrono::hours{24};
constexpr int hours_a_day = 24;

}  // namespace

HostPace::HostPace(int per_day, PreciseTime spent_until)
    : per_day_(std::max(per_day, 1)), spent_until_(spent_until) {
  const int burst = std::max(per_day_ / hours_a_day, 1);
  const int spread = per_day_ - burst + 1;  // the burst and what the day adds make the budget
  apart_ = milliseconds{(day.count() + spread - 1) / spread};
  credit_ = apart_ * (burst - 1);
}

Time HostPace::opens_at() const {
  return std::chrono::ceil<std::chrono::seconds>(spent_until_ - credit_);
}

void HostPace::spend(Time now) {
  spent_until_ = std::max<PreciseTime>(spent_until_, now) + apart_;
}

}  // namespace tipoff
