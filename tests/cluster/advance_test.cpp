// What a report does to its story.
#include <algorithm>
#include <vector>

#include "catch.h"
#include "cluster/join.h"
#include "cluster/report_of.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

using fakes::monday;
using fakes::report_of;
using std::chrono::days;

Report told(Certainty certainty, Time published = monday,
            const std::string& feed = "https://a.example/rss") {
  auto report = report_of("Quarzwerk and Lindholm, " + std::to_string((published - monday).count()),
                          published);
  report.certainty = certainty;
  report.feed = feed;
  report.url = feed + "/item";
  return report;
}

Story after(const std::vector<Report>& reports, bool fresh = true) {
  auto story = new_story(reports.at(0));
  for (std::size_t at = 1; at < reports.size(); ++at)
    story = advance(story, reports[at], fresh).story;
  return story;
}

}  // namespace

TEST_CASE("A new story is its first report", "[cluster]") {
  auto report = report_of("Quarzwerk buys Lindholm");
  report.role = Role::acquirer;
  report.certainty = Certainty::rumoured;

  const auto story = new_story(report);

  CHECK(story.id == 0);
  CHECK(story.account == "q-1");
  CHECK(story.event == "acquisition");
  CHECK(story.role == Role::acquirer);
  CHECK(story.certainty == Certainty::rumoured);
  CHECK(story.standing == Standing::counted);
  CHECK(story.happened_at == monday);
  CHECK(story.told_at == monday);
  CHECK(story.shown_at == monday);
  CHECK(story.seen_at == report.seen_at);
  CHECK(story.evidence == report.evidence);
  CHECK(story.rule == report.rule);
  CHECK(story.title == report.title);
  CHECK(story.url == report.url);
  CHECK(story.sources == 1);
  CHECK(story.feeds == std::vector<std::string>{report.feed});
  CHECK(story.fingerprints == std::vector{report.fingerprint});
}

TEST_CASE("A story happened when it was seen if its report has no date or one to come",
          "[cluster]") {
  auto report = report_of("Quarzwerk buys Lindholm");
  SECTION("none") {
    report.published.reset();
  }
  SECTION("to come") {
    report.published = report.seen_at + days(1);
  }
  CHECK(new_story(report).happened_at == report.seen_at);
}

TEST_CASE("An ambiguous report's story waits for review until a clear one comes", "[cluster]") {
  auto report = report_of("Quarzwerk buys Lindholm");
  report.ambiguous = true;
  const auto story = new_story(report);
  CHECK(story.standing == Standing::review);
  CHECK(advance(story, report, false).story.standing == Standing::review);

  report.ambiguous = false;
  const auto step = advance(story, report, false);
  CHECK(step.story.standing == Standing::counted);
  CHECK(step.state_moved);
}

TEST_CASE("The same article of the same feed changes nothing", "[cluster]") {
  const auto report = report_of("Quarzwerk buys Lindholm");
  const auto story = new_story(report);
  const auto step = advance(story, report, GENERATE(true, false));
  CHECK(step.story == story);
  CHECK_FALSE(step.changed);
  CHECK_FALSE(step.state_moved);
}

TEST_CASE("A further source adds itself and moves nothing", "[cluster]") {
  const auto story = new_story(told(Certainty::announced));
  auto report = told(Certainty::announced, monday - 1h, "https://b.example/rss");
  report.confidence = 1;

  const auto step = advance(story, report, false);

  CHECK(step.changed);
  CHECK_FALSE(step.state_moved);
  CHECK(step.story.sources == 2);
  CHECK(step.story.happened_at == story.happened_at);
  CHECK(step.story.seen_at == story.seen_at);
  CHECK(step.story.evidence == story.evidence);
  CHECK(advance(step.story, report, false).story.sources == 2);
}

TEST_CASE("A state that was not published yet takes the earliest date and the surest evidence",
          "[cluster]") {
  const auto story = new_story(told(Certainty::announced));
  auto report = told(Certainty::announced, monday - 1h, "https://b.example/rss");
  report.confidence = 0.9;

  const auto step = advance(story, report, true);

  CHECK(step.story.happened_at == monday - 1h);
  CHECK(step.story.shown_at == monday - 1h);
  CHECK(step.story.url == report.url);
  CHECK(step.story.confidence == 0.9);
  CHECK_FALSE(step.state_moved);
}

TEST_CASE("A state moves forward, with the newest evidence", "[cluster]") {
  const auto [from, to] = GENERATE(std::pair{Certainty::rumoured, Certainty::announced},
                                   std::pair{Certainty::rumoured, Certainty::completed},
                                   std::pair{Certainty::announced, Certainty::completed},
                                   std::pair{Certainty::rumoured, Certainty::denied},
                                   std::pair{Certainty::announced, Certainty::denied},
                                   std::pair{Certainty::completed, Certainty::denied});
  const auto report = told(to, monday + days(3));

  const auto step = advance(new_story(told(from)), report, false);

  CHECK(step.state_moved);
  CHECK(step.changed);
  CHECK(step.story.certainty == to);
  CHECK(step.story.happened_at == monday + days(3));
  CHECK(step.story.seen_at == report.seen_at);
  CHECK(step.story.title == report.title);
  CHECK(step.story.told_at == monday + days(3));
}

TEST_CASE("A state never moves back", "[cluster]") {
  const auto [from, to] = GENERATE(std::pair{Certainty::announced, Certainty::rumoured},
                                   std::pair{Certainty::completed, Certainty::announced},
                                   std::pair{Certainty::completed, Certainty::rumoured});
  const auto story = new_story(told(from));

  const auto step = advance(story, told(to, monday + days(3)), GENERATE(true, false));

  CHECK_FALSE(step.state_moved);
  CHECK(step.story.certainty == from);
  CHECK(step.story.happened_at == monday);
  CHECK(step.story.title == story.title);
}

TEST_CASE("From denied only a newer report with another text moves a story on", "[cluster]") {
  const auto denied = new_story(told(Certainty::denied));
  CHECK_FALSE(advance(denied, told(Certainty::announced, monday - 1h), false).state_moved);
  CHECK_FALSE(advance(denied, told(Certainty::announced, monday), false).state_moved);
  CHECK(advance(denied, told(Certainty::announced, monday + 1h), false).state_moved);

  auto repeated = told(Certainty::announced, monday + 1h);
  repeated.fingerprint = denied.fingerprints.at(0);
  CHECK_FALSE(advance(denied, repeated, false).state_moved);
}

TEST_CASE("A denial older than the latest report moves nothing", "[cluster]") {
  const auto announced = new_story(told(Certainty::announced));
  CHECK_FALSE(advance(announced, told(Certainty::denied, monday - 1h), false).state_moved);
}

TEST_CASE("A role that was unknown is taken, a known one stays", "[cluster]") {
  auto report = report_of("Quarzwerk buys Lindholm");
  const auto unknown = new_story(report);
  report.role = Role::acquirer;
  const auto step = advance(unknown, report, false);
  CHECK(step.story.role == Role::acquirer);
  CHECK(step.changed);
  report.role.reset();
  CHECK(advance(step.story, report, false).story.role == Role::acquirer);
}

TEST_CASE("A wrong story stays wrong, whatever comes", "[cluster]") {
  auto story = new_story(told(Certainty::rumoured));
  story.standing = Standing::wrong;
  CHECK(advance(story, told(Certainty::announced, monday + 1h), false).story.standing ==
        Standing::wrong);
}

TEST_CASE("A story remembers its latest eight texts, near ones once", "[cluster]") {
  auto story = new_story(told(Certainty::announced));
  auto report = told(Certainty::announced);
  report.fingerprint = story.fingerprints.at(0) ^ 1;
  CHECK(advance(story, report, false).story.fingerprints.size() == 1);
  for (std::uint64_t n = 1; n <= 20; ++n) {
    report.fingerprint = n * 0x9e3779b97f4a7c15;
    story = advance(story, report, false).story;
  }
  CHECK(story.fingerprints.size() == 8);
  CHECK(story.fingerprints.back() == report.fingerprint);
  report.fingerprint = 0;
  CHECK(advance(story, report, false).story.fingerprints == story.fingerprints);
}

TEST_CASE("Within one cycle the order in which feeds arrive does not matter", "[cluster]") {
  auto surest = told(Certainty::announced, monday + 3h, "https://c.example/rss");
  surest.confidence = 0.9;
  auto as_sure = told(Certainty::announced, monday + 2h, "https://d.example/rss");
  as_sure.confidence = 0.9;
  auto twin = as_sure;
  twin.feed = "https://b.example/rss";
  twin.url = "https://b.example/item";
  std::vector reports{surest, as_sure, twin,
                      told(Certainty::announced, monday, "https://a.example/rss"),
                      told(Certainty::rumoured, monday - days(2), "https://e.example/rss")};
  for (auto& report : reports) report.seen_at = monday + days(1);
  std::ranges::sort(reports, {}, &Report::url);
  const auto normal = [](Story story) {
    std::ranges::sort(story.fingerprints);
    return story;
  };
  const auto expected = normal(after(reports));
  CHECK(expected.url == twin.url);
  CHECK(expected.happened_at == monday);
  CHECK(expected.sources == 5);

  while (std::ranges::next_permutation(reports, {}, &Report::url).found) {
    CHECK(normal(after(reports)) == expected);
  }
}

}  // namespace tipoff
