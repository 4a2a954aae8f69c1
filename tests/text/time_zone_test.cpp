#include "text/time_zone.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

std::chrono::local_seconds local(unsigned month, unsigned day, std::chrono::seconds time) {
  return std::chrono::local_days{std::chrono::year{2026} / static_cast<int>(month) /
                                 static_cast<int>(day)} +
         time;
}
Time utc(unsigned month, unsigned day, std::chrono::seconds time) {
  return Time{local(month, day, time).time_since_epoch()};
}

}  // namespace

TEST_CASE("A zone is known by its IANA name", "[time_zone]") {
  CHECK(is_time_zone("Europe/Berlin"));
  CHECK(is_time_zone("UTC"));
  CHECK_FALSE(is_time_zone("Europe/Gotham"));
  CHECK_FALSE(is_time_zone(""));
}

TEST_CASE("Local time becomes UTC and comes back", "[time_zone]") {
  CHECK(utc_of(local(3, 2, 9h), "Europe/Berlin") == utc(3, 2, 8h));
  CHECK(utc_of(local(7, 2, 9h), "Europe/Berlin") == utc(7, 2, 7h));
  CHECK(utc_of(local(3, 2, 9h), "Asia/Shanghai") == utc(3, 2, 1h));
  CHECK(local_of(utc(3, 2, 1h), "Asia/Shanghai") == local(3, 2, 9h));
}

TEST_CASE("Hours that a change of clocks skips or repeats are told", "[time_zone]") {
  CHECK(utc_of(local(3, 29, 2h + 30min), "Europe/Berlin") == utc(3, 29, 1h));
  CHECK(utc_of(local(10, 25, 2h + 30min), "Europe/Berlin") == utc(10, 25, 30min));
}

TEST_CASE("The machine's own zone is one", "[time_zone]") {
  CHECK(is_time_zone(local_zone()));
}

}  // namespace tipoff
