// How a command that recorded facts ends.
#include "cli/hand_over.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "pipeline/wake.h"
#include "store/instance_lock.h"

namespace tipoff {

TEST_CASE("Published here or by the daemon, nothing needs to be said", "[hand_over]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  fakes::CommandRun run(newsroom);
  SECTION("here") {
    CHECK(hand_over(run.desk, newsroom.assembly->settings, *newsroom.database) == 0);
    CHECK(newsroom.list().version == 1);
  }
  SECTION("by the daemon") {
    const auto lock = InstanceLock::take(newsroom.assembly->settings.store);
    const WakeListener listener(newsroom.assembly->settings.store);
    CHECK(hand_over(run.desk, newsroom.assembly->settings, *newsroom.database) == 0);
  }
  CHECK(run.err.str().empty());
}

TEST_CASE("Wrong files are listed, and the exit code says so", "[hand_over]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  newsroom.folder.write("accounts.csv", "id,name\na,One Ltd\na,Two Ltd\n");
  fakes::CommandRun run(newsroom);
  CHECK(hand_over(run.desk, newsroom.assembly->settings, *newsroom.database) == 3);
  CHECK_THAT(run.err.str(), Catch::Contains("accounts.csv") && Catch::Contains("Recorded"));
}

TEST_CASE("Whoever runs the command has a name", "[hand_over]") {
  CHECK_FALSE(user_name().empty());
}

}  // namespace tipoff
