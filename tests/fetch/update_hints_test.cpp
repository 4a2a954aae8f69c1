#include "fetch/update_hints.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
const Time monday_noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;
}  // namespace

TEST_CASE("A feed that asks to skip nothing is due when it is due", "[update_hints]") {
  CHECK(after_skipped({}, monday_noon + 7min) == monday_noon + 7min);
}

TEST_CASE("Skipped hours are GMT, and end on the hour", "[update_hints]") {
  UpdateHints hints;
  hints.skip_hours = (1U << 12) | (1U << 13) | (1U << 23);
  CHECK(after_skipped(hints, monday_noon + 7min) == monday_noon + 2h);
  CHECK(after_skipped(hints, monday_noon + 2h) == monday_noon + 2h);
  CHECK(after_skipped(hints, monday_noon + 11h + 59min) == monday_noon + 12h);
}

TEST_CASE("Skipped days begin and end at midnight GMT", "[update_hints]") {
  UpdateHints hints;
  hints.skip_days = 1U << 2;  // Tuesday
  CHECK(after_skipped(hints, monday_noon + 11h) == monday_noon + 11h);
  CHECK(after_skipped(hints, monday_noon + 35h) == monday_noon + 36h);
}

TEST_CASE("A feed that asks to skip everything is asked half a day later", "[update_hints]") {
  UpdateHints hints;
  hints.skip_days = 0x7F;
  hints.skip_hours = 0xFFFFFF;
  CHECK(after_skipped(hints, monday_noon + 7min) == monday_noon + 7min + longest_skip);
}

}  // namespace tipoff
