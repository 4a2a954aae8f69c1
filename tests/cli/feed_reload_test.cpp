#include "cli/feed_reload.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "pipeline/wake.h"

namespace tipoff {

TEST_CASE("A running daemon is asked to read its lists anew", "[cli][feeds]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::CommandRun alone(newsroom);
  reload_feeds(alone.desk, newsroom.assembly->settings);
  CHECK_THAT(alone.out.str(), Catch::Contains("No tipoffd listens"));

  WakeListener listener(newsroom.assembly->settings.store);
  fakes::CommandRun heard(newsroom);
  reload_feeds(heard.desk, newsroom.assembly->settings);
  CHECK_THAT(heard.out.str(), Catch::Contains("reads its lists anew"));
  CHECK(listener.drain());
  CHECK_FALSE(listener.drain());
}

TEST_CASE("A call to look at the store asks for no reload", "[cli][feeds]") {
  const fakes::TemporaryFolder folder;
  WakeListener listener(folder.path() / "tipoff.db");
  REQUIRE(wake_daemon(folder.path() / "tipoff.db"));
  CHECK_FALSE(listener.drain());
}

}  // namespace tipoff
