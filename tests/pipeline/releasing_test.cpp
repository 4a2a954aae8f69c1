#include "pipeline/releasing.h"

#include "catch.h"
#include "fakes/publishing_desk.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

std::vector<std::string> causes(fakes::PublishingDesk& desk) {
  std::vector<std::string> found;
  for (const OutboundMessage& message : desk.messages()) found.push_back(message.cause);
  return found;
}

/// Eight in the morning, as the desk's clock begins.
void at_eight_daily(Channel& channel, std::size_t calls) {
  channel.policy.digest = Digest{.at = parse_week_time("08:00 UTC").value(), .calls = calls};
}

std::size_t in_state(fakes::PublishingDesk& desk, NoticeState state) {
  return static_cast<std::size_t>(std::ranges::count(desk.notices(), state, &Notice::state));
}

}  // namespace

TEST_CASE("What gathers is released in one message, and the next group keeps its distance",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  Channel& team = desk.mail();
  team.policy.first_wait = 30s;
  team.policy.batch_every = 10min;
  desk.comes("orbax");
  CHECK(desk.publish() == 0);
  CHECK(desk.publisher->next_change() == desk.now() + 30s);
  desk.newsroom.clock.advance(20s);
  desk.comes("velmar");
  CHECK(desk.publish() == 0);
  CHECK_FALSE(desk.publisher->is_due(desk.now(), true));

  desk.newsroom.clock.advance(10s);
  CHECK(desk.publisher->is_due(desk.now(), true));
  CHECK(desk.publish() == 1);
  CHECK(desk.notices()[0].message == desk.notices()[1].message);

  desk.newsroom.clock.advance(1min);
  desk.comes("orbax", Certainty::announced, true, "layoffs");
  CHECK(desk.publish() == 0);
  CHECK(desk.publish_after(8min) == 0);
  CHECK(desk.publish_after(1min) == 1);
}

TEST_CASE("With nobody there to send it later, what gathers goes at once, but not by night",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  desk.mail().policy.first_wait = 30min;
  desk.comes("orbax");
  desk.comes("velmar");
  SECTION("by day") {
    CHECK(desk.publisher->publish_all(desk.now()).owed == 1);
    CHECK(in_state(desk, NoticeState::told) == 2);
  }
  SECTION("by night") {
    desk.channels()[0].policy.quiet =
        QuietHours{.window = parse_week_window("06:00-09:00 UTC").value(), .breaks_through = {}};
    CHECK(desk.publisher->publish_all(desk.now()).owed == 0);
    CHECK(in_state(desk, NoticeState::held) == 2);
  }
}

TEST_CASE("What is held is told as it stands when it is released", "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  desk.mail().policy.first_wait = 30min;
  const auto orbax = desk.comes("orbax");
  desk.comes("velmar");
  CHECK(desk.publish() == 0);
  std::string why;
  SECTION("not where it was judged wrong since") {
    desk.stands(orbax, Standing::wrong);
    why = "no longer counts";
  }
  SECTION("not where its account is muted since") {
    Mute mute;
    mute.account = "orbax";
    mute.made_at = desk.now();
    mute.until = desk.now() + 2h;
    MuteTable(*desk.newsroom.database).add(mute);
    why = "muted until";
  }
  SECTION("not where its window has ended") {
    desk.newsroom.assembly->settings.profiles[0].triggers["acquisition"].window = 10min;
    StoryTable stories(*desk.newsroom.database);
    auto velmar = stories.find(2).value();
    velmar.happened_at += 25min;
    stories.update(velmar);
    why = "has ended";
  }
  CHECK(desk.publish_after(30min) == 1);
  CHECK(desk.notices()[0].state == NoticeState::dropped);
  CHECK_THAT(desk.notices()[0].why, Catch::Contains(why));
  CHECK(desk.notices()[1].state == NoticeState::told);
}

TEST_CASE("What could not be told in time is not told", "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  Channel& team = desk.mail();
  team.policy.quiet =
      QuietHours{.window = parse_week_window("06:00-20:00 UTC").value(), .breaks_through = {}};
  team.policy.expires_after = 4h;
  desk.comes("orbax");
  CHECK(desk.publish() == 0);
  desk.newsroom.clock.advance(9h);
  desk.comes("velmar");
  CHECK(desk.publish() == 0);

  CHECK(desk.publish_after(3h) == 1);
  CHECK(desk.notices()[0].state == NoticeState::dropped);
  CHECK(desk.notices()[1].state == NoticeState::told);
}

TEST_CASE("What is held for a recipient or a channel that is gone wakes nobody",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  desk.mail("team", {"anna@example.com", "ben@example.com"}).policy.first_wait = 30min;
  desk.mail("board", {"cora@example.com"}).policy.first_wait = 30min;
  desk.comes("orbax");
  CHECK(desk.publish() == 0);
  desk.channels().pop_back();
  desk.channels()[0].to = {"anna@example.com"};

  CHECK(desk.publish_after(30min) == 1);
  CHECK_FALSE(desk.publisher->is_due(desk.now() + 24h, true));
  CHECK(desk.notices()[1].state == NoticeState::dropped);
  CHECK(desk.notices()[2].state == NoticeState::held);  // the channel may come back
}

TEST_CASE("Within the cap each event has its message, and the last one counts the rest",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  desk.mail().policy.most_per_hour = 3;
  for (int i = 0; i < 10; ++i)
    desk.comes("orbax", Certainty::announced, true, "type_" + std::to_string(i));
  CHECK(desk.publish() == 3);
  CHECK(in_state(desk, NoticeState::told) == 10);

  desk.comes("velmar");
  CHECK(desk.publish_after(10min) == 0);
  CHECK(in_state(desk, NoticeState::held) == 1);
  CHECK_FALSE(desk.publisher->is_due(desk.now(), true));
  CHECK(desk.publisher->next_change() == desk.now() + 50min);
  CHECK(desk.publish_after(50min) == 1);
}

TEST_CASE("A digest comes once a date, with what was held, even where nothing was",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  at_eight_daily(desk.mail(), 10);
  CHECK(desk.publish() == 0);  // the first is tomorrow's
  CHECK(desk.publisher->next_change() == desk.now() + 24h);
  desk.newsroom.clock.advance(4h);
  desk.comes("orbax");
  CHECK(desk.publish() == 0);
  CHECK(desk.publish_after(19h) == 0);

  CHECK(desk.publish_after(1h) == 1);
  CHECK(in_state(desk, NoticeState::told) == 1);
  CHECK(desk.publish() == 0);
  CHECK(desk.publish_after(24h) == 1);
  CHECK(causes(desk) == std::vector<std::string>{"digest:2026-03-03T08:00:00Z:default",
                                                 "digest:2026-03-04T08:00:00Z:default"});
  SECTION("after days of silence too") {
    CHECK(desk.publish_after(24h * 3 + 2h) == 1);
    CHECK(desk.messages().back().cause == "digest:2026-03-07T08:00:00Z:default");
  }
  SECTION("and after a restart not again") {
    Publisher next(*desk.newsroom.assembly, *desk.newsroom.database);
    CHECK(next.publish(desk.now(), true).owed == 0);
  }
}

TEST_CASE("A digest without calls comes only with news", "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  at_eight_daily(desk.mail(), 0);
  CHECK(desk.publish() == 0);
  CHECK(desk.publish_after(24h) == 0);
  desk.comes("orbax");
  CHECK(desk.publish() == 0);
  CHECK(desk.publish_after(24h) == 1);
}

TEST_CASE("A reminder comes until a call is logged", "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  desk.mail().policy.reminder = Reminder{.after = std::chrono::hours{48}, .most = 2};
  desk.comes("orbax");
  CHECK(desk.publish() == 1);
  desk.answered(0, "delivered");
  CHECK(desk.publish_after(47h) == 0);
  SECTION("as often as it may") {
    CHECK(desk.publish_after(1h) == 1);
    desk.answered(1, "delivered");
    CHECK(desk.publish_after(48h) == 1);
    CHECK(desk.publish_after(96h) == 0);
    CHECK(causes(desk) == std::vector<std::string>{"story:1:announced:default",
                                                   "reminder:1:1:default", "reminder:1:2:default"});
  }
  SECTION("and not after") {
    Call call;
    call.account = "orbax";
    call.outcome = Outcome::no_answer;
    call.at = desk.now();
    (void)CallTable(*desk.newsroom.database).add(call);
    CHECK(desk.publish_after(1h) == 0);
    CHECK(desk.last_notice().state == NoticeState::dropped);
    CHECK_THAT(desk.last_notice().why, Catch::Contains("call was logged"));
  }
  SECTION("and a later state takes its place, and is reminded of anew") {
    desk.turns(1, Certainty::completed);
    CHECK(desk.publish() == 1);
    CHECK(desk.publish_after(1h) == 0);
    CHECK(desk.publish_after(47h) == 1);
    CHECK(desk.messages().back().cause == "reminder:1:2:default");
  }
}

TEST_CASE("Of five thousand changes in one turn each is told once, within the cap",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  desk.hook();
  desk.mail("team", {"anna@example.com", "ben@example.com"}).policy.most_per_hour = 100;
  {
    auto transaction = desk.newsroom.database->begin();
    for (int i = 0; i < 5000; ++i)
      desk.comes(i % 2 == 0 ? "orbax" : "velmar", Certainty::announced, true,
                 "type_" + std::to_string(i));
    transaction.commit();
  }
  CHECK(desk.publish() == 5000 + 2 * 100);
  CHECK(in_state(desk, NoticeState::told) == 15000);
}

}  // namespace tipoff
