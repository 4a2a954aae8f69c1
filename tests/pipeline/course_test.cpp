// Whole courses of news through a newsroom with the shipped rules: which events they make, in which
// state, told by how many sources, and how often they alert.
#include "catch.h"
#include "fakes/newsroom.h"
#include "text/json.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const std::string wire = "https://wire.example/rss";
const std::string press = "https://press.example/rss";
const std::string accounts =
    "id,name,aliases,industry,owner\n"
    "orbax,Orbax Controls plc,欧巴控制,Manufacturing,anna\n";

const std::string text =
    "Orbax Controls said on Monday it had agreed to buy the valve maker Tindle for 40 million "
    "crowns in cash. The deal gives the Quellin company three plants near Larnby and about 700 "
    "employees, and is expected to close in the autumn once the regulators of both countries have "
    "had their say. Chief executive Ida Marlow called it the last piece of a plan that began four "
    "years ago with the sale of the gasket division.";

/// A newsroom whose feeds are past their first fetch.
struct Desk {
  explicit Desk(const std::string& more = "") : newsroom(more, accounts) { newsroom.once(); }

  void tell(const std::string& feed, const std::string& title, const std::string& summary = "") {
    newsroom.feed(feed,
                  {{.id = std::to_string(++items), .title = title, .age = 0s, .summary = summary}});
    newsroom.once();
  }

  /// Certainties of the events, in the order of the alerts, as the receiver got them.
  std::string alerts() {
    std::string told;
    for (const auto& request : newsroom.network.asked()) {
      if (request.url != "https://crm.example/hook") continue;
      const auto body = parse_json(request.body).value();
      told += body["data"]["event"]["certainty"].get<std::string>() + ' ';
    }
    return told;
  }

  fakes::Newsroom newsroom;
  int items = 0;
};

std::string shouted(std::string words) {
  for (auto& letter : words)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
  return words;
}

}  // namespace

TEST_CASE("A rumour becomes an announcement and a completion, and a late rumour changes nothing",
          "[course]") {
  Desk desk;
  const std::string rumour = "Orbax Controls in talks to acquire Tindle Valves, sources say";
  desk.tell(wire, rumour);
  desk.newsroom.clock.advance(48h);
  desk.tell(wire, "Orbax Controls to acquire Tindle Valves for 40 million crowns");
  desk.newsroom.clock.advance(72h);
  desk.tell(wire, "Orbax Controls completes acquisition of Tindle Valves");
  desk.newsroom.clock.advance(24h);
  desk.tell(press, rumour);

  const auto stories = desk.newsroom.stories();
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].certainty == Certainty::completed);
  CHECK(stories[0].title == "Orbax Controls completes acquisition of Tindle Valves");
  CHECK(stories[0].sources == 2);
  CHECK(desk.alerts() == "rumoured announced completed ");
}

TEST_CASE("A denial ends its story, and the rumour told again does not revive it", "[course]") {
  Desk desk;
  const std::string rumour = "Orbax Controls in talks to acquire Tindle Valves, sources say";
  desk.tell(wire, rumour);
  desk.tell(press, "Orbax Controls denies talks to acquire Tindle Valves");
  desk.newsroom.clock.advance(24h);
  desk.tell(press, rumour);

  const auto stories = desk.newsroom.stories();
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].certainty == Certainty::denied);
  CHECK(desk.alerts() == "rumoured denied ");
}

TEST_CASE("Two purchases of one account in a week are two events", "[course]") {
  Desk desk;
  SECTION("in English") {
    desk.tell(wire, "Orbax Controls to acquire Tindle Valves for 40 million crowns");
    desk.newsroom.clock.advance(72h);
    desk.tell(wire, "Orbax Controls to acquire Marlow Gaskets for 25 million crowns");
  }
  SECTION("in Chinese") {
    desk.tell(wire, "欧巴控制拟以4000万元收购廷德阀门");
    desk.newsroom.clock.advance(72h);
    desk.tell(wire, "欧巴控制拟以2500万元收购马洛密封");
  }
  CHECK(desk.newsroom.stories().size() == 2);
  CHECK(desk.alerts() == "announced announced ");
}

TEST_CASE("A deal told in English and a day later in Chinese is one event with two sources",
          "[course]") {
  Desk desk;
  desk.tell(wire, "Orbax Controls to acquire Tindle Valves for 40 million euros");
  desk.newsroom.clock.advance(23h);
  desk.tell(press, GENERATE("欧巴控制拟以4000万欧元收购廷德阀门", "欧巴控制拟收购廷德阀门"));

  const auto stories = desk.newsroom.stories();
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].sources == 2);
  CHECK(desk.alerts() == "announced ");
}

TEST_CASE("Copies of one wire in five feeds are one event with five sources and one alert",
          "[course]") {
  Desk desk(
      "[[feeds.feed]]\nurl = \"https://c.example/rss\"\n[[feeds.feed]]\nurl = "
      "\"https://d.example/rss\"\n[[feeds.feed]]\nurl = \"https://e.example/rss\"\n");
  const std::string headline = "Orbax Controls to acquire valve maker Tindle";
  for (const auto* feed :
       {"https://c.example/rss", "https://d.example/rss", "https://e.example/rss"})
    desk.newsroom.feed(feed, {});
  desk.newsroom.once();

  desk.tell(wire, headline, text);
  desk.tell(press, headline, "(Nordwire) -- " + text + " Editing by Tom Vale");
  desk.tell("https://c.example/rss", headline, text.substr(0, text.size() / 2) + "...");
  desk.tell("https://d.example/rss", shouted(headline), shouted(text));
  desk.tell("https://e.example/rss", "Morning briefing: what moves the Valve Belt", text);

  const auto stories = desk.newsroom.stories();
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].sources == 5);
  CHECK(desk.alerts() == "announced ");
}

}  // namespace tipoff
