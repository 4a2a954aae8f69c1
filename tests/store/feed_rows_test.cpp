// A feed's URL has one row.
#include "store/feed_rows.h"

#include "catch.h"
#include "store/database.h"

namespace tipoff {

TEST_CASE("A feed's row is added once and found again", "[store]") {
  Database database(":memory:");
  FeedRows rows(database.connection());
  CHECK_FALSE(rows.find("https://wire.example/rss"));

  const auto row = rows.find_or_add("https://wire.example/rss");

  CHECK(rows.find_or_add("https://wire.example/rss") == row);
  CHECK(rows.find("https://wire.example/rss") == row);
  CHECK(rows.find_or_add("https://other.example/rss") != row);
}

TEST_CASE("A row that a savepoint took back is not remembered", "[store]") {
  Database database(":memory:");
  FeedRows rows(database.connection());
  const auto transaction = database.begin();
  {
    const auto part = database.savepoint();
    (void)rows.find_or_add("https://wire.example/rss");
  }
  CHECK_FALSE(rows.find("https://wire.example/rss"));
}

}  // namespace tipoff
