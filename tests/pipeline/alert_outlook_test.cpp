// What would become of an event, by routes, policies and mutes.
#include "pipeline/alert_outlook.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "store/mute_table.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

struct Room {
  explicit Room(const std::string& more)
      : newsroom(more, fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()) {
    newsroom.once();
  }

  std::vector<Outlook> asked(const std::string& event, Certainty certainty = Certainty::announced) {
    return outlook(newsroom.assembly->settings, *newsroom.assembly->find_account("orbax"),
                   {.event = event, .certainty = certainty, .at = newsroom.clock.now()},
                   *newsroom.database);
  }

  fakes::Newsroom newsroom;
};

}  // namespace

TEST_CASE("The event counts in the score and place that the policies see", "[alert_outlook]") {
  Room room("");
  const auto found = room.asked("merger");
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason == "new");
  CHECK(found[0].news.entry.score.score == 4);
  CHECK(found[0].news.entry.rank == 1);
  CHECK(found[0].routing.everyone);
  REQUIRE(found[0].tellings.size() == 1);
  CHECK(found[0].tellings[0].channel == "crm");
  CHECK(found[0].tellings[0].decision.action == Decision::Action::tell);
  CHECK(room.newsroom.stories().empty());
}

TEST_CASE("Routes choose, and the one that decides is named", "[alert_outlook]") {
  Room room(
      "[[route]]\nname = \"deals\"\nevents = [\"merger\"]\nalerts = [\"crm\"]\n"
      "[[route]]\nname = \"rest\"\nalerts = []\n");
  CHECK(room.asked("merger")[0].routing.path == std::vector<std::string>{"deals"});
  CHECK(room.asked("merger")[0].tellings.size() == 1);
  CHECK(room.asked("layoffs")[0].routing.path == std::vector<std::string>{"rest"});
  CHECK(room.asked("layoffs")[0].tellings.empty());
}

TEST_CASE("A mute drops it, with the reason", "[alert_outlook]") {
  Room room("");
  Mute mute;
  mute.account = "orbax";
  mute.made_at = room.newsroom.clock.now();
  mute.until = mute.made_at + 24h;
  MuteTable(*room.newsroom.database).add(mute);
  const auto found = room.asked("merger");
  REQUIRE(found[0].tellings.size() == 1);
  CHECK(found[0].tellings[0].decision.action == Decision::Action::drop);
  CHECK_THAT(found[0].tellings[0].decision.why, Catch::StartsWith("muted until"));
}

TEST_CASE("What nobody is told of says why", "[alert_outlook]") {
  Room room("[triggers]\nmerger = { weight = 2 }\n");
  CHECK_THAT(room.asked("layoffs")[0].silence, Catch::Contains("'layoffs' does not count"));
  CHECK_THAT(room.asked("merger", Certainty::denied)[0].silence, Catch::Contains("denial"));
  CHECK(room.asked("merger")[0].silence.empty());
}

TEST_CASE("The latest event of an account is news to the seller who has it", "[alert_outlook]") {
  Room room("");
  const auto& accounts = room.newsroom.assembly->accounts;
  const auto& settings = room.newsroom.assembly->settings;
  const auto latest = [&](const std::string& account, const std::string& seller) {
    return latest_news(settings, accounts, account, seller, *room.newsroom.database,
                       room.newsroom.clock.now());
  };
  CHECK_FALSE(latest("", ""));
  fakes::publish_one_story(room.newsroom);
  REQUIRE(latest("", ""));
  CHECK(latest("orbax", "")->news.story.event == "acquisition");
  CHECK(latest("orbax", "")->notice.reason == "new");
  CHECK_FALSE(latest("velmar", ""));
  CHECK_FALSE(latest("", "somebody else"));
}

}  // namespace tipoff
