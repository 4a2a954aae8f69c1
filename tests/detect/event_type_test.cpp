// Event types.
#include "detect/event_type.h"

#include <algorithm>

#include "catch.h"

TEST_CASE("All forty shipped types are words that a rule may name", "[event_type]") {
  CHECK(tipoff::shipped_event_types().size() == 40);
  CHECK(std::ranges::all_of(tipoff::shipped_event_types(), tipoff::is_event_type));
}

TEST_CASE("A type is a word of small letters, digits and underscores that begins with a letter",
          "[event_type]") {
  CHECK(tipoff::is_event_type("sap_migration2"));
  CHECK_FALSE(tipoff::is_event_type(""));
  CHECK_FALSE(tipoff::is_event_type("2fast"));
  CHECK_FALSE(tipoff::is_event_type("Merger"));
  CHECK_FALSE(tipoff::is_event_type("sap migration"));
}
