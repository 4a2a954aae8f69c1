#include "pipeline/told_events.h"

#include "catch.h"
#include "fakes/publishing_desk.h"

using namespace std::chrono_literals;

namespace tipoff {

TEST_CASE("What was told within the time that events outshine others is remembered",
          "[owing][alerts]") {
  fakes::PublishingDesk desk;
  desk.mail();
  desk.comes("orbax");
  (void)desk.publish();
  desk.newsroom.clock.advance(2h);
  Profile profile;
  profile.triggers = {{"acquisition", {.weight = 2, .window = default_window}}};
  TriggerNews news;
  news.story.account = "orbax";
  news.at = desk.now();
  Channel channel = desk.channels().front();
  const NoticeTable notices(*desk.newsroom.database);
  const auto told = [&] {
    return told_events(notices, channel, "anna@example.com", news, profile);
  };

  CHECK(told().empty());  // this channel's events outshine no others
  channel.policy.outshines = 1h;
  CHECK(told().empty());
  channel.policy.outshines = 3h;
  REQUIRE(told().size() == 1);
  CHECK(told().front().event == "acquisition");
  CHECK(told().front().weight == 2);
  CHECK(told().front().at == news.at - 2h);
}

}  // namespace tipoff
