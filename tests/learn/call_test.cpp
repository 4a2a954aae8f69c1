// The names of outcomes.
#include "learn/call.h"

#include <set>

#include "catch.h"

namespace tipoff {

TEST_CASE("Every outcome is found by its name", "[learn]") {
  std::set<std::string_view> names;
  for (int at = 0; at <= static_cast<int>(Outcome::lost); ++at) {
    const auto outcome = static_cast<Outcome>(at);
    CHECK(outcome_named(name_of(outcome)) == outcome);
    names.insert(name_of(outcome));
  }
  CHECK(names == std::set<std::string_view>{"no_answer", "callback", "wrong_person",
                                            "not_interested", "meeting", "proposal", "won",
                                            "lost"});
}

TEST_CASE("Other words are no outcomes", "[learn]") {
  CHECK_FALSE(outcome_named("Won"));
  CHECK_FALSE(outcome_named(""));
}

}  // namespace tipoff
