#include "pipeline/owing.h"

#include "catch.h"
#include "fakes/publishing_desk.h"
#include "text/json.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

WeekWindow nights() {
  return parse_week_window("20:00-07:00 UTC").value();
}

/// Holds everything until the next morning.
void be_quiet(Channel& channel) {
  channel.policy.quiet = QuietHours{.window = nights(), .breaks_through = {"insolvency"}};
}

}  // namespace

TEST_CASE("Every recipient of every channel has a notice, and its message", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  desk.mail("team", {"anna@example.com", "ben@example.com"});
  desk.comes("orbax");

  CHECK(desk.publish() == 3);

  REQUIRE(desk.notices().size() == 3);
  for (const Notice& notice : desk.notices()) {
    CHECK(notice.state == NoticeState::told);
    CHECK(notice.reason == "new");
    CHECK(notice.message > 0);
  }
  CHECK(desk.messages()[2].recipient == "ben@example.com");
  CHECK(desk.publish() == 0);
}

TEST_CASE("A channel of one seller hears nothing of another's", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook("hers").seller = "anna";
  desk.hook("mine").seller = "default";
  desk.comes("orbax");

  CHECK(desk.publish() == 1);
  REQUIRE(desk.notices().size() == 1);
  CHECK(desk.notices().front().channel == "mine");
}

TEST_CASE("Only the channels that the routes name are told", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook("crm");
  desk.hook("board");
  Route mergers;
  mergers.name = "mergers";
  mergers.match.events = {"merger"};
  mergers.alerts = {"board"};
  Route rest;
  rest.name = "rest";
  rest.alerts = {"crm"};
  desk.newsroom.assembly->settings.routes = {mergers, rest};
  desk.comes("orbax");
  desk.comes("velmar", Certainty::announced, true, "merger");

  CHECK(desk.publish() == 2);

  CHECK(desk.notices()[0].channel == "crm");
  CHECK(desk.notices()[1].channel == "board");
}

TEST_CASE("What a policy or a mute drops is kept with the reason, and never told later",
          "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  SECTION("a condition") {
    desk.channels()[0].policy.min_score = 9;
  }
  SECTION("a mute that ends") {
    Mute mute;
    mute.account = "orbax";
    mute.made_at = desk.now();
    mute.until = desk.now() + 1h;
    MuteTable(*desk.newsroom.database).add(mute);
  }
  desk.comes("orbax");

  CHECK(desk.publish() == 0);
  REQUIRE(desk.notices().size() == 1);
  CHECK(desk.notices()[0].state == NoticeState::dropped);
  CHECK_FALSE(desk.notices()[0].why.empty());

  desk.channels()[0].policy.min_score = 0;
  CHECK(desk.publish_after(48h) == 0);
}

TEST_CASE("A later state replaces a held one, and tells what the recipient was told last",
          "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  const auto story = desk.comes("orbax", Certainty::rumoured);
  CHECK(desk.publish() == 1);
  desk.answered(0, "delivered");
  be_quiet(desk.channels()[0]);
  desk.newsroom.clock.advance(14h);  // 22:00
  desk.turns(story, Certainty::announced);
  CHECK(desk.publish() == 0);
  desk.turns(story, Certainty::completed);
  CHECK(desk.publish_after(1h) == 0);

  REQUIRE(desk.notices().size() == 3);
  CHECK(desk.notices()[1].state == NoticeState::dropped);
  CHECK_THAT(desk.notices()[1].why, Catch::Contains("later state"));
  CHECK(desk.last_notice().previous == Certainty::rumoured);
  CHECK(desk.last_notice().reason == "state changed: rumoured -> completed");

  CHECK(desk.publish_after(8h) == 1);
  const auto body = parse_json(desk.messages().back().body);
  CHECK((*body)["data"]["previous"]["certainty"] == "rumoured");
  CHECK((*body)["data"]["event"]["certainty"] == "completed");
}

TEST_CASE("What is denied before a recipient was told, he does not hear of", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  SECTION("because it was held") {
    be_quiet(desk.channels()[0]);
    desk.newsroom.clock.advance(14h);
    const auto story = desk.comes("orbax", Certainty::rumoured);
    CHECK(desk.publish() == 0);
    desk.turns(story, Certainty::denied);
    CHECK(desk.publish() == 0);
    CHECK(desk.publish_after(24h) == 0);
    CHECK(desk.messages().empty());
  }
  SECTION("because his message was not tried yet: it is taken back") {
    const auto story = desk.comes("orbax", Certainty::rumoured);
    CHECK(desk.publish() == 1);
    desk.turns(story, Certainty::denied);
    CHECK(desk.publish() == 0);
    CHECK(desk.messages().empty());
  }
  REQUIRE(desk.notices().size() == 1);
  CHECK(desk.notices()[0].state == NoticeState::dropped);
}

TEST_CASE("A message that was tried may have arrived: its denial is told", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  const auto story = desk.comes("orbax", Certainty::rumoured);
  CHECK(desk.publish() == 1);
  desk.answered(0, "owed");
  desk.turns(story, Certainty::denied);

  CHECK(desk.publish() == 1);
  CHECK(desk.messages()[0].state == "dead");
  CHECK_THAT(desk.messages()[1].body, Catch::Contains("rumoured"));
}

TEST_CASE("What was dropped for one recipient is new to him when he hears of the story",
          "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  desk.hook("picky").policy.certainties = {Certainty::announced};
  const auto story = desk.comes("orbax", Certainty::rumoured);
  CHECK(desk.publish() == 1);
  desk.answered(0, "delivered");
  desk.turns(story, Certainty::announced);
  CHECK(desk.publish() == 2);

  CHECK(desk.notices()[2].reason == "state changed: rumoured -> announced");
  CHECK(desk.notices()[3].reason == "new");
  CHECK_FALSE(desk.notices()[3].previous);
}

TEST_CASE("A story from before there were notices tells its change", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  const auto story = desk.comes("orbax", Certainty::rumoured, false);
  CHECK(desk.publish() == 0);
  CHECK(desk.notices().empty());
  desk.turns(story, Certainty::announced);
  CHECK(desk.publish() == 1);
  CHECK(desk.last_notice().reason == "state changed: rumoured -> announced");
}

TEST_CASE("Each state is told once, however often the story comes back to it", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  const auto story = desk.comes("orbax");
  CHECK(desk.publish() == 1);
  desk.answered(0, "delivered");
  desk.turns(story, Certainty::denied);
  CHECK(desk.publish() == 1);
  desk.answered(1, "delivered");
  desk.turns(story, Certainty::announced);
  CHECK(desk.publish() == 0);
}

TEST_CASE("Of two events that come together the bigger outshines the smaller", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook().policy.outshines = std::chrono::hours{24};
  auto& weights = desk.newsroom.assembly->settings.profiles[0].triggers;
  weights["layoffs"].weight = 1;
  weights["acquisition"].weight = 2;
  desk.comes("orbax", Certainty::announced, true, "layoffs");
  desk.comes("orbax", Certainty::announced, true, "acquisition");

  CHECK(desk.publish() == 1);
  REQUIRE(desk.notices().size() == 2);
  CHECK(desk.notices()[0].event == "acquisition");
  CHECK(desk.notices()[1].state == NoticeState::dropped);
}

TEST_CASE("A bigger event takes the place of a smaller one that is held", "[owing][alerts]") {
  fakes::PublishingDesk desk;
  be_quiet(desk.hook());
  desk.channels()[0].policy.outshines = std::chrono::hours{24};
  auto& weights = desk.newsroom.assembly->settings.profiles[0].triggers;
  weights["layoffs"].weight = 1;
  weights["acquisition"].weight = 2;
  desk.newsroom.clock.advance(14h);
  desk.comes("orbax", Certainty::announced, true, "layoffs");
  desk.comes("velmar", Certainty::announced, true, "layoffs");
  CHECK(desk.publish() == 0);
  desk.comes("orbax");
  CHECK(desk.publish_after(1h) == 0);

  CHECK(desk.notices()[0].state == NoticeState::dropped);
  CHECK_THAT(desk.notices()[0].why, Catch::Contains("bigger event"));
  CHECK(desk.notices()[1].state == NoticeState::held);
}

TEST_CASE("What is withheld because it was judged wrong is told once it counts again",
          "[owing][alerts]") {
  fakes::PublishingDesk desk;
  be_quiet(desk.hook());
  desk.newsroom.clock.advance(14h);
  const auto story = desk.comes("orbax");
  CHECK(desk.publish() == 0);
  desk.stands(story, Standing::wrong);
  CHECK(desk.publish_after(10h) == 0);
  CHECK(desk.notices()[0].state == NoticeState::dropped);

  desk.stands(story, Standing::counted);
  CHECK(desk.publish_after(1h) == 1);
  CHECK(desk.notices()[0].state == NoticeState::told);
}

TEST_CASE("What was below a recipient's score is told once the account has risen to it",
          "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.newsroom.assembly->settings.profiles.front().triggers = {
      {"acquisition", {.weight = 1, .window = default_window}},
      {"insolvency", {.weight = 2, .window = default_window}}};
  desk.comes("velmar", Certainty::announced, false);
  (void)desk.publish();
  const int low = desk.newsroom.list().entries.front().score.score;
  desk.mail().policy.min_score = low + 1;
  desk.channels().front().policy.events = {"acquisition"};

  desk.comes("orbax");
  CHECK(desk.publish() == 0);
  CHECK(desk.last_notice().state == NoticeState::dropped);

  desk.comes("orbax", Certainty::announced, true, "insolvency");  // not wanted, but worth more
  CHECK(desk.publish() == 1);
  const auto notices = desk.notices();
  CHECK(notices.front().state == NoticeState::told);
  CHECK(notices.front().reason == "score rose to " + std::to_string(low + 1));
  CHECK(notices.back().state == NoticeState::dropped);
  CHECK(desk.publish() == 0);
}

}  // namespace tipoff
