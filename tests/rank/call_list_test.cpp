// How the movements of a call list are called.
#include "rank/call_list.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Movements go by the names of the contract", "[rank]") {
  CHECK(name_of(Movement::entered) == "new");
  for (const Movement movement : {Movement::entered, Movement::up, Movement::down, Movement::same})
    CHECK(movement_named(name_of(movement)) == movement);
  CHECK_FALSE(movement_named("sideways"));
}

}  // namespace tipoff
