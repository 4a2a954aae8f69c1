#include "pipeline/still_worth_telling.h"

#include "catch.h"
#include "fakes/publishing_desk.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

struct Held {
  Held() : story(desk.comes("orbax")) {
    (void)desk.publish();
    notice.seller = "default";
    notice.account = "orbax";
    notice.story = story;
    notice.event = "acquisition";
    notice.cause = "story:1:announced:default";
    notice.made_at = desk.now();
  }

  /// Why it is not told; empty: it is.
  std::string fault() {
    Database& database = *desk.newsroom.database;
    StoryTable stories(database);
    const CallTable calls(database);
    std::vector<Standings> standings;
    standings.emplace_back(*desk.newsroom.assembly, desk.newsroom.assembly->settings.profiles[0]);
    const std::map<std::string, CallList> lists{{"default", desk.newsroom.list()}};
    PresentEntries entries(*desk.newsroom.assembly, standings, lists, stories, desk.now());
    PresentState state{.entries = entries, .stories = stories, .calls = calls, .mutes = mutes};
    auto verdict = still_worth_telling(notice, state, desk.now());
    return std::holds_alternative<std::string>(verdict) ? std::get<std::string>(verdict) : "";
  }
  void change(Certainty certainty) { desk.turns(story, certainty); }

  fakes::PublishingDesk desk;
  std::int64_t story;
  Notice notice;
  std::vector<Mute> mutes;
};

}  // namespace

TEST_CASE("What stands as it stood is told", "[releasing][alerts]") {
  Held held;
  CHECK(held.fault().empty());
}

TEST_CASE("What is not told any more says why", "[releasing][alerts]") {
  Held held;
  std::string why;
  SECTION("expired") {
    held.notice.expires_at = held.desk.now();
    why = "could not be told before 2026-03-02T08:00:00Z";
  }
  SECTION("gone") {
    held.notice.story = 77;
    why = "not there any more";
  }
  SECTION("an account that left the list") {
    held.notice.account = "nobody";
    why = "not on the list any more";
  }
  SECTION("an account that dropped off") {
    held.notice.account = "cassia";
    why = "dropped off the list";
  }
  SECTION("wrong") {
    held.desk.stands(held.story, Standing::wrong);
    why = withheld;
  }
  SECTION("denied before anyone was told") {
    held.change(Certainty::denied);
    why = "denied before it was told";
  }
  SECTION("as it was told before") {
    held.notice.previous = Certainty::announced;
    why = "stands again as it was told";
  }
  SECTION("muted") {
    Mute mute;
    mute.account = "orbax";
    mute.made_at = held.desk.now();
    mute.until = held.desk.now() + 1h;
    held.mutes.push_back(mute);
    why = "muted until 2026-03-02T09:00:00Z";
  }
  SECTION("called, for a reminder") {
    held.notice.cause = "reminder:1:1:default";
    Call call;
    call.account = "orbax";
    call.at = held.desk.now() + 1h;
    (void)CallTable(*held.desk.newsroom.database).add(call);
    why = "a call was logged";
  }
  CHECK_THAT(held.fault(), Catch::Contains(why));
}

TEST_CASE("A denial of what was told is told", "[releasing][alerts]") {
  Held held;
  held.notice.previous = Certainty::announced;
  held.change(Certainty::denied);
  CHECK(held.fault().empty());
}

}  // namespace tipoff
