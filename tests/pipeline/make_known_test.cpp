// Facts made known by a daemon, without one, and with wrong files.
#include "pipeline/make_known.h"

#include "catch.h"
#include "fakes/newsroom.h"
#include "pipeline/wake.h"
#include "store/instance_lock.h"

namespace tipoff {
namespace {

MadeKnown make_known_in(const fakes::Newsroom& newsroom) {
  return make_known(newsroom.folder.path() / "tipoff.toml", newsroom.assembly->settings.store,
                    *newsroom.database, newsroom.clock.now());
}

}  // namespace

TEST_CASE("Without a daemon the command publishes, and the files follow", "[make_known]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());

  CHECK(make_known_in(newsroom).how == MadeKnown::How::published);

  CHECK(newsroom.list().version == 1);
  CHECK_FALSE(newsroom.folder.read("call-list.json").empty());
  CHECK(InstanceLock::take(newsroom.assembly->settings.store));
}

TEST_CASE("A daemon that listens is woken, and publishes itself", "[make_known]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  const auto lock = InstanceLock::take(newsroom.assembly->settings.store);
  const WakeListener listener(newsroom.assembly->settings.store);

  CHECK(make_known_in(newsroom).how == MadeKnown::How::woken);

  CHECK_FALSE(ListTable(*newsroom.database).latest("default"));
}

TEST_CASE("What another process holds without listening waits for the next publish",
          "[make_known]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  const auto lock = InstanceLock::take(newsroom.assembly->settings.store);
  CHECK(make_known_in(newsroom).how == MadeKnown::How::waits);
}

TEST_CASE("Wrong files keep the command from publishing, and it tells which", "[make_known]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  newsroom.folder.write("accounts.csv", "id,name\na,One Ltd\na,Two Ltd\n");
  const auto known = make_known_in(newsroom);
  CHECK(known.how == MadeKnown::How::waits);
  REQUIRE_FALSE(known.complaints.empty());
  CHECK_THAT(to_text(known.complaints[0]), Catch::Contains("accounts.csv"));
}

}  // namespace tipoff
