// Which story a report tells again.
#include "cluster/join.h"

#include <vector>

#include "catch.h"
#include "cluster/report_of.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

using fakes::monday;
using fakes::report_of;
using std::chrono::days;

const std::string wire =
    "Quarzwerk AG said on Monday it had agreed to buy the Swedish pump maker Lindholm for 40 "
    "million euros in cash. The "
    "deal gives the Hamburg company three plants near Uppsala and about 700 employees, and is "
    "expected to close in the "
    "autumn once the regulators of both countries have had their say.";

bool joins(const Report& earlier, const Report& later) {
  const std::vector known{new_story(earlier)};
  return story_told_by(later, known).has_value();
}

bool joins(const std::string& earlier, const std::string& later, std::chrono::seconds after = 24h) {
  return joins(report_of(earlier), report_of(later, monday + after));
}

Report in_state(Report report, Certainty certainty) {
  report.certainty = certainty;
  return report;
}

}  // namespace

TEST_CASE("A report's time is when it was published, but for the future", "[cluster]") {
  auto report = report_of("Quarzwerk buys Lindholm");
  CHECK(time_of(report) == monday);
  report.published = report.seen_at + 1h;
  CHECK(time_of(report) == report.seen_at);
  report.published.reset();
  CHECK(time_of(report) == report.seen_at);
}

TEST_CASE("Nothing known, nothing told again", "[cluster]") {
  CHECK_FALSE(story_told_by(report_of("Quarzwerk buys Lindholm"), {}));
}

TEST_CASE("The same deal in other words is the same story", "[cluster]") {
  CHECK(joins("Quarzwerk to acquire Swedish pump maker Lindholm",
              "Lindholm sold to Quarzwerk for 40 million euros"));
  CHECK(joins("QUARZWERK SNAPS UP LINDHOLM", "Quarzwerk buys Lindholm"));
  CHECK(joins("樾宸投资拟收购蓝湖医药51%股权", "樾宸投资：将以现金取得蓝湖医药控制权"));
}

TEST_CASE("Different deals of one account in one week stay apart", "[cluster]") {
  CHECK_FALSE(joins("Quarzwerk buys Lindholm", "Quarzwerk buys Tidewell"));
  CHECK_FALSE(joins("Quarzwerk Buys Lindholm", "Quarzwerk Buys Tidewell Pumps"));
  CHECK_FALSE(joins("樾宸投资拟收购蓝湖医药51%股权", "樾宸投资拟收购青杉重工51%股权"));
  CHECK_FALSE(joins("Quarzwerk names Ilse Brand finance chief",
                    "Quarzwerk names Tom Vale operations chief"));
}

TEST_CASE("Different deals told in the same form stay apart", "[cluster]") {
  auto first = report_of("Quarzwerk buys Lindholm");
  auto second = report_of("Quarzwerk buys Tidewell");
  first.fingerprint = 0b111111;
  second.fingerprint = 0b111111 << 3;  // six bits away
  CHECK_FALSE(joins(first, second));
}

TEST_CASE("A near text under another headline is the same story", "[cluster]") {
  auto original = report_of("Quarzwerk buys Lindholm");
  original.fingerprint = fingerprint(wire);
  auto copy = report_of("What moves the pump market today", monday + 3h);
  copy.evidence = "agreed to buy";
  copy.fingerprint = fingerprint("(Nordwire) " + wire + " Editing by Tom Vale");
  CHECK(joins(original, copy));
  copy.fingerprint =
      fingerprint("A different text about the harbour of Tidehaven and its sluice gates.");
  CHECK_FALSE(joins(original, copy));
}

TEST_CASE("Under headlines in capitals a copy is the same story, whatever they say", "[cluster]") {
  auto first = report_of("Quarzwerk Swallows Nordic Pump Maker");
  auto second = report_of("What Ilse Brand Wants With Lindholm", monday + 3h);
  first.fingerprint = 0b111111;
  second.fingerprint = 0b111111 << 3;  // six bits away
  CHECK(joins(first, second));
  second.fingerprint = 0b111111 << 4;  // eight
  CHECK_FALSE(joins(first, second));
}

TEST_CASE("Reports without telling names join by a number in common", "[cluster]") {
  CHECK(joins("Quarzwerk to cut 700 jobs", "700 employees must go at Quarzwerk"));
  CHECK_FALSE(joins("Quarzwerk to cut 700 jobs", "400 employees must go at Quarzwerk"));
}

TEST_CASE("Reports that name and count nothing tell the same event", "[cluster]") {
  CHECK(joins("Quarzwerk files for bankruptcy", "Quarzwerk bankrupt"));
}

TEST_CASE("Another account, event or role is another story", "[cluster]") {
  const auto earlier = report_of("Quarzwerk buys Lindholm");
  auto later = earlier;
  CHECK(joins(earlier, later));
  SECTION("account") {
    later.account = "q-2";
  }
  SECTION("event") {
    later.event = "merger";
  }
  SECTION("role") {
    auto buyer = earlier;
    buyer.role = Role::acquirer;
    later.role = Role::target;
    CHECK_FALSE(joins(buyer, later));
    return;
  }
  CHECK_FALSE(joins(earlier, later));
}

TEST_CASE("A role that only one of them knows parts nobody", "[cluster]") {
  const auto unknown = report_of("Quarzwerk buys Lindholm");
  auto buyer = unknown;
  buyer.role = Role::acquirer;
  CHECK(joins(unknown, buyer));
  CHECK(joins(buyer, unknown));
}

TEST_CASE("A story is open for repetitions until two weeks after its last report", "[cluster]") {
  CHECK(joins("Quarzwerk buys Lindholm", "Quarzwerk to acquire Lindholm", days(14)));
  CHECK_FALSE(joins("Quarzwerk buys Lindholm", "Quarzwerk to acquire Lindholm", days(14) + 1s));

  auto story = new_story(report_of("Quarzwerk buys Lindholm"));
  story =
      advance(story, report_of("Quarzwerk to acquire Lindholm", monday + days(10)), false).story;
  const std::vector known{story};
  CHECK(story_told_by(report_of("Lindholm goes to Quarzwerk", monday + days(20)), known) == 0U);
}

TEST_CASE("Of two weeks before it a story takes what was published late", "[cluster]") {
  CHECK(joins("Quarzwerk buys Lindholm", "Quarzwerk to acquire Lindholm", -days(13)));
  CHECK_FALSE(joins("Quarzwerk buys Lindholm", "Quarzwerk to acquire Lindholm", -days(15)));
}

TEST_CASE("A completion or denial may come 400 days later if it names the same", "[cluster]") {
  const auto outcome = GENERATE(Certainty::completed, Certainty::denied);
  const auto announced = report_of("Quarzwerk buys Lindholm");
  CHECK(joins(
      announced,
      in_state(report_of("Quarzwerk and Lindholm: it is over", monday + days(399)), outcome)));
  CHECK_FALSE(joins(
      announced,
      in_state(report_of("Quarzwerk and Lindholm: it is over", monday + days(401)), outcome)));
  CHECK_FALSE(
      joins(announced,
            in_state(report_of("Quarzwerk and Tidewell: it is over", monday + days(60)), outcome)));
  CHECK_FALSE(
      joins(announced, in_state(report_of("Quarzwerk: it is over", monday + days(60)), outcome)));
}

TEST_CASE("An announcement that arrives after its completion belongs to it", "[cluster]") {
  const auto completed =
      in_state(report_of("Quarzwerk completes Lindholm purchase", monday), Certainty::completed);
  CHECK(joins(completed, report_of("Quarzwerk buys Lindholm", monday - days(90))));
}

TEST_CASE("A wrong story takes its repetitions in", "[cluster]") {
  std::vector known{new_story(report_of("Quarzwerk buys Lindholm"))};
  known[0].standing = Standing::wrong;
  CHECK(story_told_by(report_of("Quarzwerk to acquire Lindholm", monday + 24h), known) == 0U);
}

TEST_CASE("Of several stories the surest takes the report, whatever their order", "[cluster]") {
  auto near = report_of("A pump maker changes hands");
  near.evidence = "agreed to buy";
  near.fingerprint = 0b11110000;
  auto report = report_of("Quarzwerk buys Lindholm", monday + 1h);
  report.fingerprint = 0b11111111;
  const auto lindholm = new_story(report_of("Quarzwerk to acquire Lindholm"));
  const auto tidewell = new_story(report_of("Quarzwerk to acquire Tidewell"));

  CHECK(story_told_by(report, std::vector{tidewell, new_story(near), lindholm}) == 2U);
  CHECK(story_told_by(report, std::vector{lindholm, new_story(near), tidewell}) == 0U);
  CHECK(story_told_by(report, std::vector{tidewell}) == std::nullopt);
}

}  // namespace tipoff
