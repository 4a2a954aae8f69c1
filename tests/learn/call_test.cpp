// The outcomes of a call have the names that the contract gives them.
#include "learn/call.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Every outcome is found by the name that it has", "[call]") {
  for (const auto* name : {"no_answer", "callback", "wrong_person", "not_interested", "meeting",
                           "proposal", "won", "lost"}) {
    CAPTURE(name);
    const auto outcome = outcome_named(name);
    REQUIRE(outcome);
    CHECK(name_of(*outcome) == name);
  }
  CHECK_FALSE(outcome_named("Won"));
  CHECK_FALSE(outcome_named(""));
}

}  // namespace tipoff
