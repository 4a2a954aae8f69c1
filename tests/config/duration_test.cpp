// Durations as people write them.
#include "config/duration.h"

#include "catch.h"

namespace tipoff {

using namespace std::chrono_literals;

TEST_CASE("A duration is a number with its unit, or several", "[config]") {
  CHECK(*parse_duration("30s") == 30s);
  CHECK(*parse_duration("15m") == 15min);
  CHECK(*parse_duration("6h") == 6h);
  CHECK(*parse_duration("14d") == 14 * 24h);
  CHECK(*parse_duration("200ms") == 200ms);
  CHECK(*parse_duration("1d2h30m") == 26h + 30min);
  CHECK(*parse_duration("0s") == 0s);
}

TEST_CASE("What is no duration says how to write one", "[config]") {
  for (const auto* text :
       {"", "30", "s", "30 s", "-5s", "1.5h", "5x", "1s1s", "30m1h", "5S", "+5s", "30s "}) {
    CAPTURE(text);
    const auto read = parse_duration(text);
    REQUIRE_FALSE(read);
    CHECK_THAT(read.error().message, Catch::Contains("such as 30s, 15m, 6h or 14d"));
  }
  CHECK_THAT(parse_duration("36501d").error().message, Catch::Contains("hundred years"));
  CHECK_THAT(parse_duration("99999999999999999999s").error().message,
             Catch::Contains("hundred years"));
}

TEST_CASE("A duration is written as short as it is read", "[config]") {
  for (const auto* text : {"6h", "1h30m", "200ms", "14d", "1d1ms", "0s"})
    CHECK(duration_text(*parse_duration(text)) == text);
  CHECK(duration_text(90s) == "1m30s");
  CHECK(duration_text(-1s) == "0s");
}

}  // namespace tipoff
