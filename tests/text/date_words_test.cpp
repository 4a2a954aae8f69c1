// The words of dates in the languages that feeds are written in.
#include "text/date_words.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A month is known by its name in many languages", "[text][date]") {
  CHECK(month_of("february") == 2U);
  CHECK(month_of("marz") == 3U);
  CHECK(month_of("juillet") == 7U);
  CHECK(month_of("juin") == 6U);
  CHECK(month_of("dezember") == 12U);
  CHECK(month_of("ιουλ") == 7U);
  CHECK(month_of("x") == std::nullopt);
}

TEST_CASE("A zone's name is taken in the sense that feeds give it", "[text][date]") {
  using std::chrono::minutes;
  CHECK(zone_offset("est") == minutes{-300});
  CHECK(zone_offset("ct") == minutes{-360});
  CHECK(zone_offset("met") == minutes{60});
  CHECK(zone_offset("etc/gmt") == minutes{0});
  CHECK(zone_offset("xyz") == std::nullopt);
}

TEST_CASE("A weekday named after the sign for month does not become one", "[text][date]") {
  CHECK(plain_date("2024년 3월 4일 월요일").text == "2024-3-4   ");
}

TEST_CASE("Chinese and Korean dates are in the time of their country", "[text][date]") {
  CHECK(plain_date("2024年3月4日").zone == std::chrono::hours{8});
  CHECK(plain_date("2024년 3월 4일").zone == std::chrono::hours{9});
  CHECK(plain_date("4 März 2024").zone == std::chrono::hours{0});
}

}  // namespace tipoff
