// Fingerprints survive their way through a column.
#include "store/story_columns.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Fingerprints come back in order with all their bits", "[store]") {
  SQLite::Database connection(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  const auto fingerprints =
      GENERATE(std::vector<std::uint64_t>{}, std::vector<std::uint64_t>{0xff00000000000001, 0, 2});
  SQLite::Statement query(connection, "SELECT ?");
  const auto bytes = bytes_of(fingerprints);
  query.bind(1, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
  REQUIRE(query.executeStep());

  CHECK(fingerprints_of(query.getColumn(0)) == fingerprints);
}

TEST_CASE("Fingerprints are stored with the lowest byte first on every machine", "[store]") {
  CHECK(bytes_of({0x0102}) == std::string("\x02\x01\0\0\0\0\0\0", 8));
}

}  // namespace tipoff
