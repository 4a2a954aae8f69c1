// Wilson's interval against published values and at its edges.
#include "learn/wilson.h"

#include <cmath>

#include "catch.h"

namespace tipoff {

TEST_CASE("Wilson's interval has the values of the textbook", "[wilson]") {
  // Newcombe, Statistics in Medicine 17 (1998), table I: method 3.
  const auto [successes, trials, low, high] =
      GENERATE(table<int, int, double, double>({{81, 263, 0.2553, 0.3662},
                                                {15, 148, 0.0624, 0.1605},
                                                {0, 20, 0.0, 0.1611},
                                                {1, 29, 0.0061, 0.1718}}));
  CAPTURE(successes, trials);
  const auto interval = wilson_interval(successes, trials);
  CHECK(std::abs(interval.low - low) < 0.00006);
  CHECK(std::abs(interval.high - high) < 0.00006);
}

TEST_CASE("Without trials anything may be true", "[wilson]") {
  CHECK(wilson_interval(0, 0) == Interval{0, 1});
}

TEST_CASE("The more trials, the narrower the interval, and it holds the share", "[wilson]") {
  double width = 1;
  for (const int trials : {4, 40, 400, 4000}) {
    const auto interval = wilson_interval(trials * 3 / 4, trials);
    CHECK(interval.high - interval.low < width);
    CHECK((interval.low < 0.75 && 0.75 < interval.high));
    width = interval.high - interval.low;
  }
}

TEST_CASE("A perfect record is not a certainty", "[wilson]") {
  CHECK(wilson_interval(5, 5).high == 1);
  CHECK(wilson_interval(5, 5).low < 0.6);
}

}  // namespace tipoff
