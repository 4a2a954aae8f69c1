// What is remembered of feeds and hosts.
#include "store/feed_table.h"

#include "catch.h"
#include "fakes/temporary_folder.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const std::string wire = "https://wire.example/rss";

FeedState full_state() {
  FeedState state;
  state.etag = "\"a1\"";
  state.last_modified = "Mon, 02 Mar 2026 08:00:00 GMT";
  state.validators_since = Time{10s};
  state.next_due = Time{20s};
  state.last_attempt = Time{15s};
  state.last_success = Time{12s};
  state.failures_in_a_row = 2;
  state.failure = "the server said 503";
  state.had_baseline = true;
  state.parked = true;
  state.moved_to = "https://new.example/rss";
  state.moved_seen = 3;
  state.hints = {.floor = 90s, .skip_hours = 0xF0000F, .skip_days = 0x41};
  state.rhythm = {.gap = 600s, .newest = Time{11s}};
  return state;
}

}  // namespace

TEST_CASE("A feed never polled is due at once", "[store]") {
  Database database(":memory:");
  CHECK(FeedTable(database).find(wire) == FeedState{});
}

TEST_CASE("A feed's whole state comes back, also after reopening", "[store]") {
  const fakes::TemporaryFolder scratch;
  {
    Database database(scratch.path() / "tipoff.db");
    FeedTable feeds(database);
    feeds.save(wire, full_state());
    CHECK(feeds.find(wire) == full_state());
  }
  Database database(scratch.path() / "tipoff.db");
  CHECK(FeedTable(database).find(wire) == full_state());
}

TEST_CASE("A feed's state is kept until it is saved anew", "[store]") {
  Database database(":memory:");
  FeedTable feeds(database);
  feeds.save(wire, full_state());

  feeds.save(wire, FeedState{});

  CHECK(feeds.find(wire) == FeedState{});
}

TEST_CASE("What a host has used of its budget is kept", "[store]") {
  Database database(":memory:");
  FeedTable feeds(database);
  CHECK(feeds.paces().empty());
  feeds.save_pace("news.example", PreciseTime{1500ms});
  feeds.save_pace("news.example", PreciseTime{2500ms});
  CHECK(feeds.paces() == std::map<std::string, PreciseTime>{{"news.example", PreciseTime{2500ms}}});
}

TEST_CASE("All states come by URL", "[store]") {
  Database database(":memory:");
  FeedTable feeds(database);
  feeds.save(wire, full_state());
  feeds.save("https://other.example/rss", {});

  const auto all = feeds.all();

  REQUIRE(all.size() == 2);
  CHECK(all.at(wire) == full_state());
  CHECK(all.at("https://other.example/rss") == FeedState{});
}

TEST_CASE("A host is held until its time has come, and a shorter hold does not free it",
          "[store]") {
  Database database(":memory:");
  FeedTable feeds(database);
  feeds.hold_host("wire.example", Time{2h});
  feeds.hold_host("wire.example", Time{1h});

  CHECK(feeds.held_hosts(Time{90min}) == std::map<std::string, Time>{{"wire.example", Time{2h}}});
  CHECK(feeds.held_hosts(Time{2h}).empty());
}

TEST_CASE("A state whose savepoint rolled back was never there", "[store]") {
  Database database(":memory:");
  FeedTable feeds(database);
  auto transaction = database.begin();
  {
    const auto part = database.savepoint();
    feeds.save(wire, full_state());
  }
  feeds.save("https://other.example/rss", full_state());
  transaction.commit();

  CHECK(feeds.find(wire) == FeedState{});
  CHECK(feeds.all().size() == 1);
}

}  // namespace tipoff
