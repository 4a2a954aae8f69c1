#include "text/week_words.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

TEST_CASE("Words are what stands between blanks", "[week_words]") {
  CHECK(week_words("  Mon-Fri  08:00 ") == std::vector<std::string_view>{"Mon-Fri", "08:00"});
  CHECK(week_words("").empty());
}

TEST_CASE("Days are named one by one or from the first to the last, over Sunday too",
          "[week_words]") {
  CHECK(week_days("Mon") == 0b0000001);
  CHECK(week_days("mon-FRI") == 0b0011111);
  CHECK(week_days("Sat,Sun") == 0b1100000);
  CHECK(week_days("Sun-Mon,Wed") == 0b1000101);
  for (const std::string_view wrong : {"", "Monday", "Mon-", "-Fri", "Mon,,Tue", "Mon-Fri-Sun"}) {
    CAPTURE(wrong);
    CHECK_FALSE(week_days(wrong));
  }
}

TEST_CASE("A day falls on the weekdays that hold it", "[week_words]") {
  const std::chrono::local_days monday{std::chrono::year{2026} / 3 / 2};
  CHECK(falls_on(0b0000001, monday));
  CHECK_FALSE(falls_on(0b0000001, monday + std::chrono::days{1}));
  CHECK(falls_on(0b1000000, monday - std::chrono::days{1}));
}

TEST_CASE("A time of day is hours and minutes", "[week_words]") {
  CHECK(time_of_day("7:30") == 7h + 30min);
  CHECK(time_of_day("00:00") == 0min);
  CHECK(time_of_day("24:00") == 24h);
  for (const std::string_view wrong : {"", "7", "7:", ":30", "24:01", "25:00", "12:60", "a:30"}) {
    CAPTURE(wrong);
    CHECK_FALSE(time_of_day(wrong));
  }
}

}  // namespace tipoff
