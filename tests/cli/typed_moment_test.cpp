// Moments of somebody's own day.
#include "cli/typed_moment.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const std::string berlin = "Europe/Berlin";

Time utc(unsigned month, unsigned day, std::chrono::seconds time) {
  return Time{std::chrono::sys_days{std::chrono::year{2026} / static_cast<int>(month) /
                                    static_cast<int>(day)}} +
         time;
}

const Time now = utc(3, 2, 8h);  // 09:00 in Berlin

}  // namespace

TEST_CASE("A date alone is midnight at its beginning, in the zone", "[typed_moment]") {
  CHECK(typed_moment("2026-03-05", berlin, now) == utc(3, 4, 23h));
  CHECK(typed_moment("today", berlin, now) == utc(3, 1, 23h));
  CHECK(typed_moment("tomorrow", berlin, now) == utc(3, 2, 23h));
}

TEST_CASE("A time without a zone is a time there, and one with a zone is not", "[typed_moment]") {
  CHECK(typed_moment("2026-03-05 14:30", berlin, now) == utc(3, 5, 13h + 30min));
  CHECK(typed_moment("2026-07-05T14:30", berlin, now) == utc(7, 5, 12h + 30min));
  CHECK(typed_moment("2026-03-05T14:30:00Z", berlin, now) == utc(3, 5, 14h + 30min));
  CHECK(typed_moment("2h", berlin, now) == now - 2h);
  CHECK_FALSE(typed_moment("soon", berlin, now));
  CHECK_FALSE(typed_moment("2026-11-31", berlin, now));  // no day of the calendar
  CHECK_FALSE(typed_moment("2026-02-30 10:00", berlin, now));
}

TEST_CASE("The day on which the clock changes has another length", "[typed_moment]") {
  const Time noon = utc(3, 29, 10h);
  CHECK(day_ends(noon, berlin) - day_begins(noon, berlin) == 23h);
}

TEST_CASE("Midnight is told as a date", "[typed_moment]") {
  CHECK(day_text(utc(3, 4, 23h), berlin) == "2026-03-05");
  CHECK(day_text(utc(3, 5, 13h + 30min), berlin) == "2026-03-05 14:30 CET");
}

}  // namespace tipoff
