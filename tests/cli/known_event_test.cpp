// Event types and texts as typed.
#include "cli/known_event.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A shipped type is known, and a mistyped one gets the nearest", "[known_event]") {
  Settings settings;
  CHECK(known_event("merger", settings) == "merger");
  const auto wrong = known_event("mergr", settings);
  REQUIRE_FALSE(wrong);
  CHECK_THAT(wrong.error().message, Catch::Contains("did you mean 'merger'?"));
}

TEST_CASE("A text of several lines becomes one", "[known_event]") {
  CHECK(one_line(" two\nlines\t") == "two lines");
  CHECK(one_line(" \n ").empty());
}

}  // namespace tipoff
