// Moments as text.
#include "catch.h"
#include "text/date.h"

namespace tipoff {

TEST_CASE("A moment in data is UTC with seconds", "[text][date]") {
  CHECK(format_utc(Time(std::chrono::seconds(0))) == "1970-01-01T00:00:00Z");
  CHECK(format_utc(Time(std::chrono::seconds(-1))) == "1969-12-31T23:59:59Z");
}

TEST_CASE("Local time is shown with its zone", "[text][date]") {
  const Time winter = *parse_date("2026-03-02T08:00:00Z");
  CHECK(format_local(winter, "Europe/Berlin") == "2026-03-02 09:00 CET");
  CHECK(format_local(winter, "Nowhere/Atlantis") == "2026-03-02 08:00 UTC");
  CHECK_THAT(format_local(winter), Catch::StartsWith("2026-03-0"));
}

}  // namespace tipoff
