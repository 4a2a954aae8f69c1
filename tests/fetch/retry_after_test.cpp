#include "fetch/retry_after.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

Response with(std::vector<std::pair<std::string, std::string>> headers) {
  Response response;
  response.headers = std::move(headers);
  return response;
}
}  // namespace

TEST_CASE("Retry-After is read in seconds and as a date", "[retry_after]") {
  CHECK(retry_after("120", noon) == 120s);
  CHECK(retry_after(" 0 ", noon) == 0s);
  CHECK(retry_after("Mon, 02 Mar 2026 12:30:00 GMT", noon) == 30min);
}

TEST_CASE("A Retry-After in the past asks for no wait, one beyond reason for a week",
          "[retry_after]") {
  CHECK(retry_after("Mon, 02 Mar 2026 11:00:00 GMT", noon) == 0s);
  CHECK(retry_after("31536000", noon) == 168h);
  CHECK(retry_after("99999999999999999999999", noon) == 168h);
}

TEST_CASE("A Retry-After that is neither says nothing", "[retry_after]") {
  const auto* value = GENERATE("", "soon", "-5", "1.5", "12x");
  CAPTURE(value);
  CHECK_FALSE(retry_after(value, noon));
}

TEST_CASE("An answer is fresh for its max-age, less the time it has been on the way",
          "[retry_after]") {
  CHECK(fresh_for(with({{"cache-control", "public, max-age=3600"}}), noon) == 1h);
  CHECK(fresh_for(with({{"cache-control", "MAX-AGE=\"3600\""}, {"age", "600"}}), noon) == 50min);
  CHECK(fresh_for(
            with({{"cache-control", "max-age=60"}, {"expires", "Mon, 02 Mar 2026 18:00:00 GMT"}}),
            noon) == 1min);
}

TEST_CASE("Expires counts from the server's own date", "[retry_after]") {
  const std::string expires = "Mon, 02 Mar 2026 13:00:00 GMT";
  CHECK(fresh_for(with({{"expires", expires}}), noon) == 1h);
  CHECK(fresh_for(with({{"expires", expires}, {"date", "Mon, 02 Mar 2026 12:45:00 GMT"}}), noon) ==
        15min);
}

TEST_CASE("Freshness ends after six hours, and what is stale at once has none", "[retry_after]") {
  CHECK(fresh_for(with({{"cache-control", "max-age=31536000"}}), noon) == 6h);
  const auto* control =
      GENERATE("no-cache, max-age=60", "no-store", "max-age=0", "max-age=soon", "");
  CAPTURE(control);
  CHECK_FALSE(fresh_for(with({{"cache-control", control}}), noon));
  CHECK_FALSE(fresh_for(with({{"expires", "0"}}), noon));
}

}  // namespace tipoff
