#include "pipeline/loop.h"

#include <thread>

#include "catch.h"
#include "fakes/newsroom.h"
#include "text/json.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

const char* const wire = "https://wire.example/rss";
const char* const press = "https://press.example/rss";
const char* const hook = "https://crm.example/hook";

std::vector<Request> hooks(const fakes::Newsroom& newsroom) {
  std::vector<Request> requests;
  for (const Request& request : newsroom.network.asked())
    if (request.url == hook) requests.push_back(request);
  return requests;
}

Response answer(int status) {
  Response response;
  response.status = status;
  return response;
}

}  // namespace

TEST_CASE("The first fetch of a feed fills the list and alerts nobody", "[loop]") {
  fakes::Newsroom newsroom;
  newsroom.feed(wire, {{.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 2h}});

  const auto totals = newsroom.once();

  CHECK(totals.polled == 2);
  CHECK(totals.articles == 1);
  const auto list = newsroom.list();
  CHECK(list.version == 1);
  REQUIRE(list.entries.size() == 2);
  CHECK(list.entries[0].id == "orbax");
  REQUIRE(list.entries[0].score.events.size() == 1);
  CHECK(list.entries[0].score.events[0].event == "acquisition");
  CHECK(list.entries[0].score.events[0].role == Role::acquirer);
  REQUIRE(list.disqualified.size() == 1);
  CHECK(list.disqualified[0].id == "cassia");
  CHECK(newsroom.outbox().empty());
}

TEST_CASE("A new item after the first fetch alerts once, and the list has a new version",
          "[loop]") {
  fakes::Newsroom newsroom;
  newsroom.once();
  REQUIRE(newsroom.list().version == 1);

  newsroom.feed(wire, {{.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 0s}});
  newsroom.once();

  CHECK(newsroom.list().version == 2);
  REQUIRE(hooks(newsroom).size() == 1);
  const auto body = parse_json(hooks(newsroom)[0].body);
  REQUIRE(body);
  CHECK((*body)["type"] == "trigger.detected");
  CHECK((*body)["data"]["account"]["id"] == "orbax");
  CHECK((*body)["data"]["account"]["rank"] == 1);
  REQUIRE(newsroom.outbox().size() == 1);
  CHECK(newsroom.outbox()[0].state == "delivered");

  SECTION("the same items again are nothing new") {
    const auto file = newsroom.folder.read("call-list.json");
    const auto totals = newsroom.once();
    CHECK(totals.articles == 0);
    CHECK(totals.versions == 0);
    CHECK(newsroom.list().version == 2);
    CHECK(newsroom.folder.read("call-list.json") == file);
    CHECK(hooks(newsroom).size() == 1);
  }
  SECTION("the same story from another feed is a source more, and alerts nobody") {
    newsroom.feed(press,
                  {{.id = "a", .title = "Orbax Controls to acquire Tindle Valves", .age = 0s}});
    newsroom.once();
    REQUIRE(newsroom.stories().size() == 1);
    CHECK(newsroom.stories()[0].sources == 2);
    CHECK(newsroom.list().entries[0].score.events[0].sources == 2);
    CHECK(hooks(newsroom).size() == 1);
  }
  SECTION("a new state of the story alerts once more, with the one before") {
    newsroom.feed(
        wire,
        {{.id = "2", .title = "Orbax Controls completes acquisition of Tindle Valves", .age = 0s},
         {.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 1h}});
    newsroom.once();
    REQUIRE(newsroom.stories().size() == 1);
    CHECK(newsroom.stories()[0].certainty == Certainty::completed);
    REQUIRE(hooks(newsroom).size() == 2);
    const auto update = parse_json(hooks(newsroom)[1].body);
    CHECK((*update)["type"] == "trigger.updated");
    CHECK((*update)["data"]["previous"]["certainty"] == "announced");
  }
}

TEST_CASE("An item that was old when first seen scores, but alerts nobody", "[loop]") {
  fakes::Newsroom newsroom;
  newsroom.once();
  newsroom.feed(wire,
                {{.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 96h}});

  newsroom.once();

  CHECK(newsroom.stories().size() == 1);
  CHECK(newsroom.list().version == 2);
  CHECK(newsroom.outbox().empty());
}

TEST_CASE("A dropped account's event alerts nobody", "[loop]") {
  fakes::Newsroom newsroom;
  newsroom.once();
  newsroom.feed(wire, {{.id = "1", .title = "Cassia Bank to acquire Tindle Savings", .age = 0s}});

  newsroom.once();

  CHECK(newsroom.outbox().empty());
}

TEST_CASE("A message that fails is sent again with the same id", "[loop]") {
  fakes::Newsroom newsroom;
  newsroom.once();
  newsroom.network.answer_once(hook, answer(503));
  newsroom.feed(wire, {{.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 0s}});
  newsroom.once();
  REQUIRE(newsroom.outbox().size() == 1);
  CHECK(newsroom.outbox()[0].state == "owed");
  CHECK(newsroom.outbox()[0].attempts == 1);

  newsroom.once();

  REQUIRE(hooks(newsroom).size() == 2);
  CHECK(newsroom.outbox()[0].state == "delivered");
  const auto id_of = [](const Request& request) {
    for (const std::string& line : request.headers)
      if (line.starts_with("webhook-id:")) return line;
    return std::string();
  };
  CHECK_FALSE(id_of(hooks(newsroom)[0]).empty());
  CHECK(id_of(hooks(newsroom)[0]) == id_of(hooks(newsroom)[1]));
}

TEST_CASE("An event whose window has ended falls out of the score by itself, and the list says so",
          "[loop]") {
  fakes::Newsroom newsroom("[triggers]\nacquisition = { weight = 2, window = \"2h\" }\n");
  newsroom.feed(wire, {{.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 0s}});
  newsroom.once();
  REQUIRE(newsroom.list().entries[0].score.events.size() == 1);

  newsroom.once();
  newsroom.once();

  CHECK(newsroom.list().entries[0].score.events.empty());
  CHECK(newsroom.list().version == 2);
}

TEST_CASE("A feed that fails leaves the others alone", "[loop]") {
  fakes::Newsroom newsroom;
  newsroom.answer(press, answer(500));
  newsroom.feed(wire, {{.id = "1", .title = "Velmar Foods to cut 300 jobs", .age = 0s}});

  const auto totals = newsroom.once();

  CHECK(totals.failed == 1);
  CHECK(totals.articles == 1);
  CHECK(FeedTable(*newsroom.database).find(press).failures_in_a_row == 1);
  CHECK_THAT(FeedTable(*newsroom.database).find(press).failure, Catch::Contains("500"));
}

TEST_CASE("What another process writes is published at once, whatever the list's min_interval",
          "[loop]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  newsroom.assembly->settings.list_min_interval = 1h;
  newsroom.feed(wire, {{.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 2h}});
  Loop loop({.clock = newsroom.clock,
             .transport = newsroom.network,
             .mail = newsroom.mail,
             .database = *newsroom.database},
            *newsroom.assembly);
  const auto has_version = [&](int version) {
    for (int turns = 0; turns < 200; ++turns) {
      loop.turn({}, 0ms);
      std::this_thread::sleep_for(
          5ms);  // the fakes do not wait; the calm before a publish is real time
      const auto latest = ListTable(*newsroom.database).latest("default");
      if (latest && latest->version >= version) return true;
    }
    return false;
  };
  REQUIRE(has_version(1));
  const auto story = newsroom.stories().at(0);

  Database other(newsroom.assembly->settings.store.string());
  StoryTable(other).set_standing(story.id, Standing::wrong);
  StoryTable(other).owe({.story = story.id, .previous = story.certainty, .alertable = false});

  CHECK(has_version(newsroom.list().version + 1));
  CHECK(newsroom.list().entries[0].score.events.empty());
}

}  // namespace tipoff
