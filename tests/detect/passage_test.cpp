// Passages: sentences and their places.
#include "detect/passage.h"

#include "catch.h"

using tipoff::Field;
using tipoff::NewsText;
using tipoff::Place;

TEST_CASE("Title, lead and body are told apart", "[passage]") {
  const auto all = tipoff::passages(NewsText{"Head line", "First. Second. Third.", ""});
  REQUIRE(all.size() == 4);
  CHECK(all[0].place == Place::title);
  CHECK(all[1].place == Place::lead);
  CHECK(all[1].field == Field::body);
  CHECK(all[3].place == Place::body);
}

TEST_CASE("Without a title the first sentence of the body stands in for it", "[passage]") {
  const auto all = tipoff::passages(NewsText{"", "First. Second. Third.", ""});
  REQUIRE(all.size() == 3);
  CHECK(all[0].place == Place::title);
  CHECK(all[0].field == Field::body);
  CHECK(all[1].place == Place::lead);
  CHECK(all[2].place == Place::body);
}
