#include "store/store_copy.h"

#include "catch.h"
#include "fakes/temporary_folder.h"
#include "store/mute_table.h"

namespace tipoff {

TEST_CASE("A copy has what the store had, and stays apart from it", "[store]") {
  const fakes::TemporaryFolder folder;
  const auto from = folder.path() / "tipoff.db";
  const auto to = folder.path() / "copy.db";
  Database store(from.string());
  Mute mute;
  mute.account = "orbax";
  mute.until = Time{std::chrono::hours{1}};
  MuteTable(store).add(mute);
  store.connection().exec(
      "INSERT INTO subscription (feed, hub, topic, callback, token, secret, wanted, asked_at,"
      "  awaiting, lease_until, next_step, failures, failure)"
      "  VALUES ('f', 'h', 't', 'c', 'k', 's', 1, NULL, 0, NULL, 0, 0, '')");

  copy_store(from, to);

  Database copy(to.string());
  CHECK(MuteTable(copy).live(Time{}).size() == 1);
  CHECK(copy.connection().execAndGet("SELECT count(*) FROM subscription").getInt() == 0);
  MuteTable(copy).add(mute);
  CHECK(MuteTable(store).live(Time{}).size() == 1);
  CHECK(store.connection().execAndGet("SELECT count(*) FROM subscription").getInt() == 1);
}

TEST_CASE("What is no store of ours is not copied", "[store]") {
  const fakes::TemporaryFolder folder;
  const auto from = folder.write("notes.db", "not a database at all, but long enough to look");
  CHECK_THROWS_AS(copy_store(from, folder.path() / "copy.db"), SQLite::Exception);
}

}  // namespace tipoff
