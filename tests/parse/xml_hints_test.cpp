#include "parse/xml_hints.h"

#include "catch.h"
#include "parse/feed_parser.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

UpdateHints hints_of(const std::string& channel) {
  const auto document = parse_feed(
      "<rss version=\"2.0\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel>" +
          channel + "<item><title>News</title></item></channel></rss>",
      {});
  REQUIRE(document);
  return document->hints;
}

}  // namespace

TEST_CASE("ttl is minutes", "[xml_hints]") {
  CHECK(hints_of("<ttl>90</ttl>").floor == 90min);
  CHECK(hints_of("<ttl> 90 </ttl>").floor == 90min);
  CHECK(hints_of("<ttl>-5</ttl>").floor == 0min);
  CHECK(hints_of("<ttl>99999999999999</ttl>").floor == 0min);
}

TEST_CASE("The syndication module says how often in a period", "[xml_hints]") {
  CHECK(hints_of("<sy:updatePeriod>Daily</sy:updatePeriod>").floor == 24h);
  CHECK(hints_of(
            "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>")
            .floor == 15min);
  CHECK(hints_of(
            "<sy:updateFrequency>0</sy:updateFrequency><sy:updatePeriod>hourly</sy:updatePeriod>")
            .floor == 1h);
  CHECK(hints_of("<sy:updatePeriod>often</sy:updatePeriod>").floor == 0h);
}

TEST_CASE("The longer of the two is the floor", "[xml_hints]") {
  CHECK(hints_of("<ttl>90</ttl><sy:updatePeriod>hourly</sy:updatePeriod>").floor == 90min);
}

TEST_CASE("Hours and days to skip are numbers and names, and nonsense is passed over",
          "[xml_hints]") {
  const auto hints = hints_of(
      "<skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>25</hour><hour>x</hour></"
      "skipHours>"
      "<skipDays><day>Sunday</day><day>saturday</day><day>Someday</day></skipDays>");
  CHECK(hints.skip_hours == ((1U << 0) | (1U << 7)));
  CHECK(hints.skip_days == ((1U << 0) | (1U << 6)));
}

TEST_CASE("A feed without hints has none", "[xml_hints]") {
  CHECK(hints_of("<title>Wire</title>") == UpdateHints{});
}

}  // namespace tipoff
