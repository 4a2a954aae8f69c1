#include "fetch/host_pace.h"

#include <deque>

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;
}  // namespace

TEST_CASE("Never more than the budget within any 24 hours, and all of it is used", "[host_pace]") {
  const int budget = GENERATE(1, 2, 10, 24, 25, 100, 2000);
  CAPTURE(budget);
  HostPace pace(budget);
  std::deque<Time> asked;
  std::size_t most = 0;
  std::size_t in_all = 0;
  for (Time now = noon; now < noon + 72h; now += 10s) {
    while (!asked.empty() && asked.front() <= now - 24h) asked.pop_front();
    while (pace.allows(now)) {
      pace.spend(now);
      asked.push_back(now);
      ++in_all;
    }
    most = std::max(most, asked.size());
  }
  CHECK(most <= static_cast<std::size_t>(budget));
  CHECK(in_all >= static_cast<std::size_t>(budget) * 3 * 9 / 10);
}

TEST_CASE("An hour's share may be asked in one go, the rest spreads", "[host_pace]") {
  HostPace pace(240);
  int at_once = 0;
  for (; pace.allows(noon); ++at_once) pace.spend(noon);
  CHECK(at_once == 10);
  CHECK(pace.opens_at() > noon + 5min);
  CHECK(pace.opens_at() < noon + 7min);
}

TEST_CASE("What was spent is known after a restart", "[host_pace]") {
  HostPace pace(1);
  pace.spend(noon);
  const HostPace restarted(1, pace.spent_until());
  CHECK_FALSE(restarted.allows(noon + 23h));
  CHECK(restarted.allows(noon + 24h));
}

}  // namespace tipoff
