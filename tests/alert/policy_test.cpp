#include <optional>

#include "alert/news.h"
#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

using namespace std::chrono_literals;

namespace {

using State = std::optional<Certainty>;

struct Case {
  const char* what;
  State previous;
  Certainty now;
  std::optional<std::string> reason;
};

StoryChange change_from(State previous) {
  StoryChange change;
  change.story = 5;
  change.previous = previous;
  return change;
}

std::optional<std::string> reason_with(const TriggerNews& news, const Profile& profile = {}) {
  return reason_to_alert(news, change_from(std::nullopt), profile);
}

}  // namespace

TEST_CASE("A new story and each new state of a known one deserve a message that says so",
          "[alert]") {
  const std::vector<Case> cases = {
      {"new", std::nullopt, Certainty::announced, "new"},
      {"a new rumour", std::nullopt, Certainty::rumoured, "new"},
      {"new, and done already", std::nullopt, Certainty::completed, "new"},
      {"denied before anyone was told", std::nullopt, Certainty::denied, std::nullopt},
      {"confirmed", Certainty::rumoured, Certainty::announced,
       "state changed: rumoured -> announced"},
      {"closed", Certainty::announced, Certainty::completed,
       "state changed: announced -> completed"},
      {"called off", Certainty::announced, Certainty::denied, "state changed: announced -> denied"},
      {"told again", Certainty::announced, Certainty::announced, std::nullopt},
  };
  for (const Case& one : cases) {
    INFO(one.what);
    TriggerNews news = test::sample_news();
    news.story.certainty = one.now;
    CHECK(reason_to_alert(news, change_from(one.previous), Profile{}) == one.reason);
  }
}

TEST_CASE("A first fetch or an old item alerts nobody", "[alert]") {
  StoryChange change;
  change.alertable = false;
  CHECK_FALSE(reason_to_alert(test::sample_news(), change, Profile{}));
}

TEST_CASE("A disqualified account alerts nobody", "[alert]") {
  TriggerNews news = test::sample_news();
  news.entry.score.disqualified = Disqualification{Criterion::do_not_call, "marked do_not_call"};
  CHECK_FALSE(reason_with(news));
}

TEST_CASE("A story under review or judged wrong alerts nobody", "[alert]") {
  TriggerNews news = test::sample_news();
  news.story.standing = Standing::review;
  CHECK_FALSE(reason_with(news));
  news.story.standing = Standing::wrong;
  CHECK_FALSE(reason_with(news));
}

TEST_CASE("An event type that does not count for the seller alerts nobody", "[alert]") {
  const TriggerNews news = test::sample_news();
  Profile profile;
  profile.triggers["merger"] = TriggerWeight{};
  CHECK_FALSE(reason_with(news, profile));
  profile.triggers["acquisition"] = TriggerWeight{};
  CHECK(reason_with(news, profile) == "new");
  profile.triggers["acquisition"].weight = 0;
  CHECK_FALSE(reason_with(news, profile));
}

TEST_CASE("An event whose window has ended alerts nobody", "[alert]") {
  TriggerNews news = test::sample_news();
  Profile profile;
  profile.triggers["acquisition"].window = 2h;
  CHECK_FALSE(reason_with(news, profile));
  profile.triggers["acquisition"].window = 2h + 1s;
  CHECK(reason_with(news, profile) == "new");
}

TEST_CASE("An account below the list's top still alerts", "[alert]") {
  TriggerNews news = test::sample_news();
  news.entry.rank = 0;
  CHECK(reason_with(news) == "new");
}

}  // namespace tipoff
