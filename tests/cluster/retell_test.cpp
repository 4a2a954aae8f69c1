// A story told anew from its reports.
#include "cluster/retell.h"

#include "catch.h"
#include "cluster/join.h"
#include "cluster/report_of.h"

using namespace std::chrono_literals;

namespace tipoff {

TEST_CASE("A story told anew from all of its reports keeps its id and is what they say",
          "[retell]") {
  const auto first = fakes::report_of("Quarzwerk buys Lindholm");
  auto second = fakes::report_of("Quarzwerk completes purchase of Lindholm", fakes::monday + 48h);
  second.certainty = Certainty::completed;
  second.feed = "https://b.example/rss";
  Story story = new_story(first);
  story.id = 17;

  const auto told = retell(story, std::vector{first, second});

  CHECK(told.id == 17);
  CHECK(told.certainty == Certainty::completed);
  CHECK(told.happened_at == fakes::monday + 48h);
  CHECK(told.sources == 2);
}

TEST_CASE("A story that lost the report that moved it on is back in its former state", "[retell]") {
  const auto first = fakes::report_of("Quarzwerk buys Lindholm");
  auto denial = fakes::report_of("Quarzwerk denies that it buys Lindholm", fakes::monday + 24h);
  denial.certainty = Certainty::denied;
  const auto denied = retell(new_story(first), std::vector{first, denial});
  REQUIRE(denied.certainty == Certainty::denied);

  const auto told = retell(denied, std::vector{first});

  CHECK(told.certainty == Certainty::announced);
  CHECK(told.evidence == "Quarzwerk buys Lindholm");
}

TEST_CASE("A story whose reports are all ambiguous now waits for review", "[retell]") {
  auto report = fakes::report_of("Quarzwerk buys Lindholm");
  const auto counted = new_story(report);
  report.ambiguous = true;
  CHECK(retell(counted, std::vector{report}).standing == Standing::review);
}

}  // namespace tipoff
