#include "text/week_window.h"

#include "catch.h"
#include "text/time_zone.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

WeekWindow window(std::string_view text) {
  const auto read = parse_week_window(text);
  INFO((read ? "" : read.error().message));
  REQUIRE(read);
  return *read;
}

const Time monday = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};

}  // namespace

TEST_CASE("A window is days, hours and zone, each of which may be left out", "[week_window]") {
  CHECK(window("Mon-Fri 07:00-19:30 Europe/Berlin") ==
        WeekWindow{.days = 0b0011111, .begin = 7h, .end = 19h + 30min, .zone = "Europe/Berlin"});
  CHECK(window("sat,SUN") == WeekWindow{.days = 0b1100000, .begin = 0h, .end = 24h, .zone = "UTC"});
  CHECK(window("22:00-06:00") == WeekWindow{.days = 0x7F, .begin = 22h, .end = 6h, .zone = "UTC"});
  CHECK(window("Fri-Mon,Wed Asia/Shanghai").days == 0b1110101);
}

TEST_CASE("What is no window is told", "[week_window]") {
  const auto [text, part] = GENERATE(table<std::string, std::string>({
      {"", "is written as days, hours and zone"},
      {"Mon 07:00-19:00 Europe/Berlin again", "is written as days"},
      {"Mon-Fri 7-19 Europe/Berlin", "'7-19'"},
      {"Mon-Fri 07:00-25:00", "'07:00-25:00': hours are written"},
      {"07:00-07:00", "hours are written"},
      {"Mo-Fr", "neither days nor hours nor a time zone"},
      {"Mon 09:00-17:00 Europe/Gotham", "'Europe/Gotham'"},
  }));
  CAPTURE(text);
  const auto read = parse_week_window(text);
  REQUIRE_FALSE(read);
  CHECK_THAT(read.error().message, Catch::Contains(part));
}

TEST_CASE("Within the window now is the time, outside it the next opening", "[week_window]") {
  const auto office = window("Mon-Fri 09:00-17:00");
  CHECK(opens(office, monday + 12h) == monday + 12h);
  CHECK(opens(office, monday + 8h + 59min) == monday + 9h);
  CHECK(opens(office, monday + 17h) == monday + 33h);
  CHECK(opens(office, monday + 4 * 24h + 18h) == monday + 7 * 24h + 9h);
  CHECK(opens(office, monday + 5 * 24h) == monday + 7 * 24h + 9h);
}

TEST_CASE("A window over midnight belongs to the day on which it begins", "[week_window]") {
  const auto night = window("Mon 22:00-06:00");
  CHECK(opens(night, monday + 23h) == monday + 23h);
  CHECK(opens(night, monday + 29h) == monday + 29h);
  CHECK(opens(night, monday + 1h) == monday + 22h);
  CHECK(opens(night, monday + 30h) == monday + 7 * 24h + 22h);
}

TEST_CASE("The hours are those of the zone, also when its clocks change", "[week_window]") {
  const auto berlin = window("09:00-17:00 Europe/Berlin");
  CHECK(opens(berlin, monday) == monday + 8h);
  const Time july = std::chrono::sys_days{std::chrono::year{2026} / 7 / 6};
  CHECK(opens(berlin, july) == july + 7h);
}

TEST_CASE("An open window closes at its end, a closed one has done so", "[week_window]") {
  const auto night = window("22:00-07:00");
  CHECK(closes(night, monday + 23h) == monday + 31h);
  CHECK(closes(night, monday + 22h) == monday + 31h);
  CHECK(closes(night, monday + 6h + 59min) == monday + 7h);
  CHECK(closes(night, monday + 7h) == monday + 7h);
  CHECK(closes(night, monday + 12h) == monday + 12h);
  const auto monday_night = window("Mon 22:00-07:00");
  CHECK(closes(monday_night, monday + 30h) == monday + 31h);
  CHECK(closes(monday_night, monday + 47h) == monday + 47h);
}

TEST_CASE("Days that follow one another without a gap are one window", "[week_window]") {
  CHECK(closes(window("Sat,Sun"), monday - 30h) == monday);
  CHECK(closes(window("Sat,Sun Europe/Berlin"), monday - 30h) == monday - 1h);
  CHECK(closes(window("Mon-Sun"), monday + 1h) == monday + 8 * 24h);
}

TEST_CASE("A window closes by the clock on the wall, also in the night of a change",
          "[week_window]") {
  const auto night = window("22:00-07:00 Europe/Berlin");
  const Time saturday_evening =
      std::chrono::sys_days{std::chrono::year{2026} / 3 / 28} + 21h + 30min;
  CHECK(closes(night, saturday_evening) == saturday_evening + 7h + 30min);
  CHECK(closes(night, saturday_evening - 24h) == saturday_evening - 24h + 8h + 30min);
}

}  // namespace tipoff
