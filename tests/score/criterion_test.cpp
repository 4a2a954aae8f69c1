// What an account is judged by.
#include "score/criterion.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Criteria go by the names of the contract", "[score]") {
  CHECK(name_of(Criterion::reference_customer) == "reference_customer");
  for (int at = 0; at < 8; ++at) {
    const auto criterion = static_cast<Criterion>(at);
    CHECK(criterion_named(name_of(criterion)) == criterion);
  }
  CHECK_FALSE(criterion_named("weather"));
}

}  // namespace tipoff
