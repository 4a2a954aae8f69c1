// One line a way in which feeds write dates; the moment each means.
#include "text/date.h"

#include "catch.h"

namespace tipoff {
namespace {

struct Dated {
  const char* written;
  const char* means;
};

std::string meaning(std::string_view written) {
  const auto time = parse_date(written);
  return time ? format_utc(*time) : "no date";
}

}  // namespace

TEST_CASE("Dates in the wild are told", "[text][date]") {
  const auto dated = GENERATE(
      Dated{"Mon, 02 Mar 2026 09:00:00 +0100", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 02 Mar 2026 08:00:00 GMT", "2026-03-02T08:00:00Z"},
      Dated{"2 Mar 26 08:00 UT", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 2 March 2026 03:00:00 EST", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 02 Mar 2026 02:00:00 CT", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 02 Mar 2026 09:00:00 MET", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 02 Mar 2026 08:00:00 Etc/GMT", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 02 Mar 2026 09:30:00 GMT+01:30", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 2 Mar, 2026 08:00:00 UTC", "2026-03-02T08:00:00Z"},
      Dated{"Mon,02 Mar 2026 08:00:00 -0000", "2026-03-02T08:00:00Z"},
      Dated{"Mon Mar 02 2026 09:00:00 GMT+0100 (Central European Time)", "2026-03-02T08:00:00Z"},
      Dated{"Mon Mar  2 08:00:00 2026", "2026-03-02T08:00:00Z"},
      Dated{"Mon Mar 2 00:00:00 PST 2026", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 2026/03/02 03:00:00 EST", "2026-03-02T08:00:00Z"},
      Dated{"March 2nd, 2026 at 8:00 am", "2026-03-02T08:00:00Z"},
      Dated{"02-Mar-2026 08:00:00", "2026-03-02T08:00:00Z"},
      Dated{"02.03.2026 08:00", "2026-03-02T08:00:00Z"},
      Dated{"3/2/2026 8:00:00 AM", "2026-03-02T08:00:00Z"},
      Dated{"13/2/2026", "2026-02-13T00:00:00Z"}, Dated{"2. März 2026", "2026-03-02T00:00:00Z"},
      Dated{"lun., 2 févr. 2026 09:00:00 +0100", "2026-02-02T08:00:00Z"},
      Dated{"2026-03-02T08:00:00Z", "2026-03-02T08:00:00Z"},
      Dated{"2026-03-02T09:00:00.123+01:00", "2026-03-02T08:00:00Z"},
      Dated{"2026-03-02T09:00:00+0100", "2026-03-02T08:00:00Z"},
      Dated{"2026-03-02t03:00-05", "2026-03-02T08:00:00Z"},
      Dated{"2026-03-02 08:00:00.0", "2026-03-02T08:00:00Z"},
      Dated{"2026-03", "2026-03-01T00:00:00Z"}, Dated{"2026", "2026-01-01T00:00:00Z"},
      Dated{"20260302T080000Z", "2026-03-02T08:00:00Z"}, Dated{"20260302", "2026-03-02T00:00:00Z"},
      Dated{"20260302080000", "2026-03-02T08:00:00Z"}, Dated{"26-03-02", "2026-03-02T00:00:00Z"},
      Dated{"260302", "2026-03-02T00:00:00Z"}, Dated{"2026-061", "2026-03-02T00:00:00Z"},
      Dated{"2026061", "2026-03-02T00:00:00Z"}, Dated{"2026-W10-1", "2026-03-02T00:00:00Z"},
      Dated{"2026-W10", "2026-03-02T00:00:00Z"},
      Dated{"2026-003-02T08:00:00Z", "2026-03-02T08:00:00Z"},
      Dated{"2026年3月2日 下午4时05分", "2026-03-02T08:05:00Z"},
      Dated{"2026年3月2日 星期一 16:00", "2026-03-02T08:00:00Z"},
      Dated{"2026년 03월 02일  17:00:00", "2026-03-02T08:00:00Z"},
      Dated{"2026-03-02 오후 5:00:00", "2026-03-02T08:00:00Z"},
      Dated{"Δευ, 02 Μαρ 2026 03:00:00 EST", "2026-03-02T08:00:00Z"},
      Dated{"2026-március-02T3:00-05:00", "2026-03-02T08:00:00Z"},
      Dated{"1772438400", "2026-03-02T08:00:00Z"}, Dated{"1772438400000", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 2 Mar, 2026", "2026-03-02T00:00:00Z"},
      Dated{"Mon, 02 Mar 2026 03:00 ET", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 02 Mar 2026 00:00:00 PT", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 02 Mar 2026 03:00:00 GMT-5", "2026-03-02T08:00:00Z"},
      Dated{"2 Mar 2026 12:05 a.m.", "2026-03-02T00:05:00Z"},
      Dated{"2 Mar 2026 8:05 p.m.", "2026-03-02T20:05:00Z"},
      Dated{"2 mars 2026 à 8h05", "2026-03-02T08:05:00Z"},
      Dated{"2 марта 2026 г. 08:00", "2026-03-02T08:00:00Z"},
      Dated{"Pzt, 02 Mar 2026 11:00:00 +0300", "2026-03-02T08:00:00Z"},
      Dated{"Mon, 02 Mar 2026 08:00:00 Europe/Somewhere", "2026-03-02T08:00:00Z"},
      Dated{"2026. szeptember 3. 8:00", "2026-09-03T08:00:00Z"},
      Dated{"2026-03-02 16:00 星期一", "2026-03-02T08:00:00Z"});
  CAPTURE(dated.written);
  CHECK(meaning(dated.written) == dated.means);
}

TEST_CASE("What lies slightly out of range rolls over", "[text][date]") {
  CHECK(meaning("Wed, 31 Jun 2026 08:00:00 GMT") == "2026-07-01T08:00:00Z");
  CHECK(meaning("2026-03-01T24:00:00Z") == "2026-03-02T00:00:00Z");
  CHECK(meaning("2026-03-02T07:59:60Z") == "2026-03-02T08:00:00Z");
  CHECK(meaning("2024-02-29T23:30:00-01:00") == "2024-03-01T00:30:00Z");
}

TEST_CASE("What is no date is none", "[text][date]") {
  const auto* written =
      GENERATE("", "   ", "yesterday", "Mon, Mar x 2026 08:00:00 GMT", "22013",
               "Mon, 02 Mar 2026 08:00:00 +zz:00", "Mon, 99 Mar 2026 08:00:00 GMT", "2026-13-02",
               "0001-01-01T00:00:00Z", "12:30", "---", "+", "2026-W99", "9999999999", "Today, 8:00",
               "Breaking, news at 8");
  CAPTURE(written);
  CHECK(meaning(written) == "no date");
}

TEST_CASE("A text too long for a date is none", "[text][date]") {
  CHECK(meaning(std::string(1'000'000, '1')) == "no date");
  CHECK(meaning("2026-03-02" + std::string(500, '!')) == "no date");
}

}  // namespace tipoff
