#include "fetch/rhythm.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;
}  // namespace

TEST_CASE("The rhythm is the mean gap of the newest ten", "[rhythm]") {
  std::vector<Time> dates{noon - 30 * 24h, noon - 60 * 24h};
  for (int i = 0; i < 10; ++i) dates.push_back(noon - i * 1h);
  CHECK(rhythm_of(dates, noon) == Rhythm{.gap = 1h, .newest = noon});
}

TEST_CASE("Two dates are no rhythm, and the future is no date", "[rhythm]") {
  CHECK(rhythm_of({}, noon) == Rhythm{});
  CHECK(rhythm_of({noon, noon - 1h}, noon) == Rhythm{});
  CHECK(rhythm_of({noon, noon - 1h, noon + 1h}, noon) == Rhythm{});
  CHECK_FALSE(adapted_interval({}, noon));
}

TEST_CASE("A feed is asked twice as often as it has news, within limits", "[rhythm]") {
  CHECK(adapted_interval({.gap = 2h, .newest = noon}, noon) == 1h);
  CHECK(adapted_interval({.gap = 30s, .newest = noon}, noon) == shortest_adapted);
  CHECK(adapted_interval({.gap = 24h * 7, .newest = noon}, noon) == longest_adapted);
  CHECK(adapted_interval(rhythm_of({noon, noon, noon}, noon), noon) == shortest_adapted);
}

TEST_CASE("A silence stretches the interval, and the next news ends that", "[rhythm]") {
  const Rhythm quick{.gap = 10min, .newest = noon};
  CHECK(adapted_interval(quick, noon + 16h) == 2h);
  CHECK(adapted_interval(quick, noon + 30 * 24h) == longest_adapted);
  CHECK(adapted_interval({.gap = 10min, .newest = noon + 16h}, noon + 16h) == shortest_adapted);
}

}  // namespace tipoff
