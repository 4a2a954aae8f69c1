#include "net/http_date.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
const Time morning = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 8h + 5min + 9s;
}  // namespace

TEST_CASE("HTTP's three forms of a date are one", "[http_date]") {
  CHECK(http_date("Mon, 02 Mar 2026 08:05:09 GMT") == morning);
  CHECK(http_date("Monday, 02-Mar-26 08:05:09 GMT") == morning);
  CHECK(http_date("Mon Mar  2 08:05:09 2026") == morning);
}

TEST_CASE("What is no date says nothing", "[http_date]") {
  const auto* text = GENERATE("", "0", "-1", "tomorrow", "3600", "Mon, 99 Mar 2026 08:05:09 GMT");
  CAPTURE(text);
  CHECK_FALSE(http_date(text));
}

TEST_CASE("A date is written as it is read", "[http_date]") {
  CHECK(http_date_text(morning) == "Mon, 02 Mar 2026 08:05:09 GMT");
  CHECK(http_date(http_date_text(morning)) == morning);
}

}  // namespace tipoff
