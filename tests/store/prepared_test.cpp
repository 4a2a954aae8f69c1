// Prepared statements are reset on the way out; values keep their bits.
#include "store/prepared.h"

#include "catch.h"

namespace tipoff {
namespace {

SQLite::Database numbers() {
  SQLite::Database connection(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  connection.exec(
      "CREATE TABLE number (n INTEGER) STRICT; INSERT INTO number VALUES (1), (2), (NULL)");
  return connection;
}

}  // namespace

TEST_CASE("A statement that was not read to its end starts anew at its next use", "[store]") {
  auto connection = numbers();
  Prepared prepared(connection, "SELECT n FROM number WHERE n >= ? ORDER BY n");
  for (int use = 0; use < 3; ++use) {
    auto query = prepared.run();
    query->bind(1, 1);
    REQUIRE(query->executeStep());
    CHECK(query->getColumn(0).getInt() == 1);
  }
}

TEST_CASE("A statement left behind half read keeps nothing locked", "[store]") {
  auto connection = numbers();
  Prepared prepared(connection, "SELECT n FROM number");
  {
    auto query = prepared.run();
    REQUIRE(query->executeStep());
  }
  CHECK_NOTHROW(connection.exec("DROP TABLE number"));
}

TEST_CASE("Nothing of an earlier use stays bound", "[store]") {
  auto connection = numbers();
  Prepared prepared(connection, "SELECT ? IS NULL");
  {
    auto query = prepared.run();
    query->bind(1, 5);
    REQUIRE(query->executeStep());
    CHECK(query->getColumn(0).getInt() == 0);
  }
  auto query = prepared.run();
  REQUIRE(query->executeStep());
  CHECK(query->getColumn(0).getInt() == 1);
}

TEST_CASE("A hash with its highest bit set comes back as it was", "[store]") {
  auto connection = numbers();
  Prepared prepared(connection, "SELECT ?");
  auto query = prepared.run();
  query->bind(1, bits_of(0xfedcba9876543210));
  REQUIRE(query->executeStep());
  CHECK(hash_of(query->getColumn(0)) == 0xfedcba9876543210);
}

}  // namespace tipoff
