// Whole courses of news: reports one after the other, as a newsroom would tell them.
#include <vector>

#include "catch.h"
#include "cluster/join.h"
#include "cluster/report_of.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

using fakes::monday;
using std::chrono::days;

struct News {
  std::string title;
  Certainty certainty = Certainty::announced;
  std::chrono::seconds after{0};
  std::string body = {};
  std::string feed = "a";
  std::string evidence = {};  // empty: the headline
};

Report report_of(const News& news) {
  auto report = fakes::report_of(news.title, monday + news.after);
  report.certainty = news.certainty;
  report.feed = "https://" + news.feed + ".example/rss";
  report.url = "https://" + news.feed + ".example/" + news.title;
  report.role = Role::acquirer;
  if (!news.evidence.empty()) report.evidence = news.evidence;
  report.fingerprint = fingerprint(news.title + "\n" + news.body);
  return report;
}

/// The stories that these reports make, each published before the next comes.
std::vector<Story> told(const std::vector<News>& course) {
  std::vector<Story> stories;
  for (const auto& news : course) {
    const auto report = report_of(news);
    const auto known = story_told_by(report, stories);
    if (known) {
      stories[*known] = advance(stories[*known], report, false).story;
    } else {
      stories.push_back(new_story(report));
    }
  }
  return stories;
}

std::string shouted(std::string text) {
  for (auto& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
  return text;
}

const std::string wire =
    "Quarzwerk AG said on Monday it had agreed to buy the Swedish pump maker Lindholm for 40 "
    "million euros in cash. The deal gives the Hamburg company three plants near Uppsala and about "
    "700 employees, and is expected to close in the autumn once the regulators of both countries "
    "have had their say. Chief executive Ilse Brand called it the last piece of a plan that began "
    "four years ago with the sale of the glass division.";

}  // namespace

TEST_CASE("Rumour, announcement and completion are one story that moves on", "[cluster]") {
  const auto stories = told({
      {"Quarzwerk in talks to buy pump maker Lindholm, sources say", Certainty::rumoured},
      {"Quarzwerk agrees to buy Lindholm for 40 million euros", Certainty::announced, days(6)},
      {"Quarzwerk completes Lindholm acquisition", Certainty::completed, days(160)},
  });
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].certainty == Certainty::completed);
  CHECK(stories[0].happened_at == monday + days(160));
  CHECK(stories[0].title == "Quarzwerk completes Lindholm acquisition");
}

TEST_CASE("A rumour that is repeated late does not move its story back", "[cluster]") {
  const News rumour{"Quarzwerk in talks to buy pump maker Lindholm, sources say",
                    Certainty::rumoured};
  auto repeated = rumour;
  repeated.feed = "b";
  repeated.after = days(9);
  const News deal{"Quarzwerk agrees to buy Lindholm", Certainty::announced, days(6)};
  const News end{"Quarzwerk completes Lindholm acquisition", Certainty::completed, days(8)};

  const auto stories = told({rumour, deal, end, repeated});

  REQUIRE(stories.size() == 1);
  CHECK(stories[0].certainty == Certainty::completed);
  CHECK(stories[0].happened_at == monday + days(8));
  CHECK(stories[0].title == end.title);
  CHECK(stories[0].sources == 2);
}

TEST_CASE("A denial ends a story, and the rumour that is repeated does not revive it",
          "[cluster]") {
  const News rumour{"Quarzwerk in talks to buy pump maker Lindholm, sources say",
                    Certainty::rumoured};
  auto repeated = rumour;
  repeated.feed = "b";
  repeated.after = days(3);
  const News denial{"Quarzwerk denies that it wants Lindholm", Certainty::denied, days(1)};

  const auto stories = told({rumour, denial, repeated});

  REQUIRE(stories.size() == 1);
  CHECK(stories[0].certainty == Certainty::denied);
  CHECK(stories[0].title == denial.title);
}

TEST_CASE("Two purchases of one account in a week are two stories, each with its own course",
          "[cluster]") {
  SECTION("in English") {
    const auto stories = told({
        {"Quarzwerk agrees to buy pump maker Lindholm for 40 million euros"},
        {"Quarzwerk agrees to buy glass maker Ordenau for 25 million euros", Certainty::announced,
         days(2)},
        {"Quarzwerk to acquire Sweden's Lindholm", Certainty::announced, days(2), "", "b"},
        {"Quarzwerk completes Ordenau purchase", Certainty::completed, days(5)},
    });
    REQUIRE(stories.size() == 2);
    CHECK(stories[0].certainty == Certainty::announced);
    CHECK(stories[0].sources == 2);
    CHECK(stories[1].certainty == Certainty::completed);
  }
  SECTION("in Chinese") {
    const auto stories = told({
        {"樾宸投资拟以3.2亿元收购蓝湖医药51%股权"},
        {"樾宸投资拟收购青杉重工，交易价格5亿元", Certainty::announced, days(2)},
        {"蓝湖医药51%股权易主，樾宸投资接手", Certainty::announced, days(2), "", "b"},
        {"樾宸投资完成收购青杉重工", Certainty::completed, days(5)},
    });
    REQUIRE(stories.size() == 2);
    CHECK(stories[0].certainty == Certainty::announced);
    CHECK(stories[0].sources == 2);
    CHECK(stories[1].certainty == Certainty::completed);
  }
}

TEST_CASE("Two purchases told in the same sentences are two stories", "[cluster]") {
  const auto text = [](const std::string& name, const std::string& price) {
    return "Quarzwerk AG today announced that it has signed an agreement to acquire " + name +
           " for " + price +
           " million euros. The transaction is subject to the usual conditions and to the consent "
           "of the authorities, and is expected to close before the end of the year. Ilse Brand, "
           "chief executive, said: This is an important step for our customers and our people.";
  };
  const auto stories = told({
      {"Quarzwerk signs agreement to acquire Lindholm", Certainty::announced, 0s,
       text("Lindholm", "40")},
      {"Quarzwerk signs agreement to acquire Ordenau", Certainty::announced, days(3),
       text("Ordenau", "25")},
  });
  CHECK(stories.size() == 2);
}

TEST_CASE("A deal told in English and a day later in Chinese is one story with two sources",
          "[cluster]") {
  SECTION("the sums agree") {
    const auto stories = told({
        {"Quarzwerk to buy pump maker Lindholm for 40 million euros"},
        {"樾宸投资拟以4000万欧元收购林霍姆", Certainty::announced, days(1), "", "b"},
    });
    REQUIRE(stories.size() == 1);
    CHECK(stories[0].sources == 2);
  }
  SECTION("the Chinese headline tells no sum") {
    CHECK(told({
                   {"Quarzwerk to buy pump maker Lindholm for 40 million euros"},
                   {"樾宸投资将收购瑞典泵企林霍姆", Certainty::announced, days(1), "", "b"},
               })
              .size() == 1);
  }
  SECTION("the other way about") {
    CHECK(told({
                   {"樾宸投资拟以1.2亿欧元收购林霍姆"},
                   {"Quarzwerk buys Lindholm for 120 mln euros", Certainty::announced, days(1), "",
                    "b"},
               })
              .size() == 1);
  }
  SECTION("other sums are another deal") {
    CHECK(told({
                   {"Quarzwerk to buy pump maker Lindholm for 40 million euros"},
                   {"樾宸投资拟以7000万欧元收购奥登瑙", Certainty::announced, days(1), "", "b"},
               })
              .size() == 2);
  }
  SECTION("a week later it may be any deal") {
    CHECK(told({
                   {"Quarzwerk to buy pump maker Lindholm"},
                   {"樾宸投资将收购奥登瑙", Certainty::announced, days(7), "", "b"},
               })
              .size() == 2);
  }
  SECTION("with two deals it could be, it is taken to be neither, unless the sum tells") {
    const News lindholm{"Quarzwerk to buy pump maker Lindholm for 40 million euros"};
    const News ordenau{"Quarzwerk to buy glass maker Ordenau for 25 million euros",
                       Certainty::announced, 6h};
    CHECK(
        told({lindholm, ordenau, {"樾宸投资将收购奥登瑙", Certainty::announced, days(1), "", "b"}})
            .size() == 3);
    const auto stories =
        told({lindholm,
              ordenau,
              {"樾宸投资将以2500万欧元收购奥登瑙", Certainty::announced, days(1), "", "b"}});
    REQUIRE(stories.size() == 2);
    CHECK(stories[1].sources == 2);
  }
}

TEST_CASE("Copies of one wire from five feeds are one story with five sources", "[cluster]") {
  const std::string headline = "Quarzwerk to buy Swedish pump maker Lindholm";
  const auto stories = told({
      {headline, Certainty::announced, 0s, wire, "a"},
      {headline, Certainty::announced, 1h, "(Nordwire) -- " + wire + " Editing by Tom Vale", "b"},
      {headline, Certainty::announced, 2h, wire.substr(0, wire.size() / 2) + "...", "c"},
      {shouted(headline), Certainty::announced, 3h, shouted(wire), "d"},
      {"Morning briefing: what moves the Pump Belt", Certainty::announced, 4h, wire, "e",
       "Quarzwerk AG said on Monday it had agreed to buy the Swedish pump maker Lindholm"},
  });
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].sources == 5);
  CHECK(stories[0].happened_at == monday);
}

}  // namespace tipoff
