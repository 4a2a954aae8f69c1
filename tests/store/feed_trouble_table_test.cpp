#include "store/feed_trouble_table.h"

#include "catch.h"
#include "store/feed_table.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;
const std::string feed = "https://wire.example/rss";

}  // namespace

TEST_CASE("A trouble begins once, is told, and ends", "[store][feeds]") {
  Database database(":memory:");
  FeedTroubleTable troubles(database);
  CHECK_FALSE(troubles.find(feed));

  troubles.begin(feed, noon);
  troubles.begin(feed, noon + 1h);
  CHECK(troubles.find(feed) == FeedTrouble{.since = noon, .told_at = std::nullopt});
  CHECK_FALSE(troubles.any_told_since(noon));

  troubles.told(feed, noon + 2h);
  CHECK(troubles.find(feed) == FeedTrouble{.since = noon, .told_at = noon + 2h});
  CHECK(troubles.any_told_since(noon + 2h));
  CHECK_FALSE(troubles.any_told_since(noon + 3h));

  troubles.end(feed);
  CHECK_FALSE(troubles.find(feed));
}

TEST_CASE("The latest success is that of any feed", "[store][feeds]") {
  Database database(":memory:");
  FeedTroubleTable troubles(database);
  CHECK_FALSE(troubles.latest_success());
  FeedTable table(database);
  FeedState state;
  table.save("https://a.example/", state);
  state.last_success = noon;
  table.save("https://b.example/", state);
  CHECK(troubles.latest_success() == noon);
}

}  // namespace tipoff
