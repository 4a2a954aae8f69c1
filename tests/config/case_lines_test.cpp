// Cases as JSON lines.
#include "config/case_lines.h"

#include "catch.h"

namespace {

tipoff::CaseReading parse(std::string_view text) {
  tipoff::CaseReading reading;
  tipoff::parse_case_lines(text, "c.jsonl", reading);
  return reading;
}

}  // namespace

TEST_CASE("Each line is a case with its expectation", "[case_lines]") {
  const auto reading = parse(
      R"({"id":"a","title":"Ostrava to buy Lindqvist","body":"For cash.","lang":"en","expect":[{"account":"ost","event":"acquisition","role":"acquirer","certainty":"rumoured","or":["merger"]}],"also":[["lin","acquisition"]]})"
      "\n\n"
      R"({"title":"x","expect":[{"event":"merger","role":null}]})"
      "\n");
  CHECK(reading.complaints.empty());
  REQUIRE(reading.cases.size() == 2);
  CHECK(reading.cases[0].text.language == "en");
  REQUIRE(reading.cases[0].expect.size() == 1);
  CHECK(reading.cases[0].expect[0].role == tipoff::Role::acquirer);
  CHECK(reading.cases[0].expect[0].certainty == tipoff::Certainty::rumoured);
  CHECK(reading.cases[0].expect[0].or_else.front() == "merger");
  CHECK(reading.cases[0].also.front().first == "lin");
  CHECK(reading.cases[1].line == 3);
  CHECK(reading.cases[1].id == "case 3");
  CHECK(reading.cases[1].expect[0].no_role);
}

TEST_CASE("A line that is no case is told with its number, and the others are kept",
          "[case_lines]") {
  const auto reading = parse(
      "nonsense\n{\"title\":\"x\"}\n{\"expect\":[]}\n"
      "{\"title\":\"x\",\"expect\":[{\"event\":\"m\",\"role\":\"boss\"}]}\n"
      "{\"title\":\"x\",\"expect\":[{\"event\":\"m\",\"certainty\":\"sure\"}]}\n"
      "{\"title\":\"x\",\"expect\":[1]}\n{\"title\":\"x\",\"expect\":[],\"also\":[\"y\"]}\n"
      "{\"title\":\"x\",\"expect\":[{}]}\n{\"title\":\"x\",\"expect\":[]}\n");
  CHECK(reading.cases.size() == 1);
  REQUIRE(reading.complaints.size() == 8);
  for (int i = 0; i < 8; ++i) CHECK(reading.complaints[static_cast<std::size_t>(i)].line == i + 1);
  CHECK_THAT(reading.complaints[1].message, Catch::Contains("\"expect\" is missing"));
  CHECK_THAT(reading.complaints[3].message, Catch::Contains("boss"));
}
