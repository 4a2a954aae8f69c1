#include "text/week_time.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

WeekTime week_time(std::string_view text) {
  const auto read = parse_week_time(text);
  INFO((read ? "" : read.error().message));
  REQUIRE(read);
  return *read;
}

Time utc(int month, int day, std::chrono::minutes at) {
  return std::chrono::sys_days{std::chrono::year{2026} / month / day} + at;
}

}  // namespace

TEST_CASE("A time of the week is days, time and zone, of which only the time must be written",
          "[week_time]") {
  CHECK(week_time("Mon-Fri 08:00 Europe/Berlin") ==
        WeekTime{.days = 0b0011111, .at = 8h, .zone = "Europe/Berlin"});
  CHECK(week_time("7:30") == WeekTime{.days = 0x7F, .at = 7h + 30min, .zone = "UTC"});
  CHECK(week_time("sat,SUN 18:05").days == 0b1100000);
  CHECK(week_time("08:00 Asia/Shanghai").zone == "Asia/Shanghai");
}

TEST_CASE("What is no time of the week is told", "[week_time]") {
  const auto [text, part] = GENERATE(table<std::string, std::string>({
      {"", "is written as days, time and zone"},
      {"Mon 08:00 Europe/Berlin again", "is written as days"},
      {"Mon-Fri", "'Mon-Fri': a time is written 08:00"},
      {"Mon-Fri 8", "'8': a time is written"},
      {"24:00", "'24:00'"},
      {"Mo-Fr 08:00", "'Mo-Fr'"},
      {"08:00 Europe/Gotham", "'Europe/Gotham' is not a time zone"},
      {"08:00 09:00 UTC", "'09:00' is not a time zone"},
  }));
  CAPTURE(text);
  const auto read = parse_week_time(text);
  REQUIRE_FALSE(read);
  CHECK_THAT(read.error().message, Catch::Contains(part));
}

TEST_CASE("The next one is later than the moment asked for, and skips days that are not named",
          "[week_time]") {
  const auto weekdays = week_time("Mon-Fri 08:00");  // 2 March 2026 is a Monday
  CHECK(next(weekdays, utc(3, 2, 7h + 59min)) == utc(3, 2, 8h));
  CHECK(next(weekdays, utc(3, 2, 8h)) == utc(3, 3, 8h));
  CHECK(next(weekdays, utc(3, 6, 8h)) == utc(3, 9, 8h));
  CHECK(next(week_time("Mon 08:00"), utc(3, 2, 8h)) == utc(3, 9, 8h));
}

TEST_CASE("The day is that of the zone", "[week_time]") {
  // Sunday 23:00 in London is Monday morning in Shanghai.
  CHECK(next(week_time("Mon 08:00 Asia/Shanghai"), utc(3, 1, 23h)) == utc(3, 2, 0h));
  CHECK(next(week_time("Sun 20:00 America/New_York"), utc(3, 2, 0h)) == utc(3, 2, 1h));
}

TEST_CASE("The time stays what the clock on the wall shows when the clocks change", "[week_time]") {
  const auto morning = week_time("08:00 Europe/Berlin");
  CHECK(next(morning, utc(3, 28, 0h)) == utc(3, 28, 7h));
  CHECK(next(morning, utc(3, 29, 0h)) == utc(3, 29, 6h));
  CHECK(next(morning, utc(10, 25, 0h)) == utc(10, 25, 7h));
}

TEST_CASE(
    "A time that the clock skips is the moment of the jump, one that it shows twice the first",
    "[week_time]") {
  const auto night = week_time("02:30 Europe/Berlin");
  CHECK(next(night, utc(3, 29, 0h)) == utc(3, 29, 1h));
  CHECK(next(night, utc(3, 29, 1h)) == utc(3, 30, 30min));
  CHECK(next(night, utc(10, 24, 12h)) == utc(10, 25, 30min));
  CHECK(next(night, utc(10, 25, 30min)) == utc(10, 26, 1h + 30min));
}

}  // namespace tipoff
