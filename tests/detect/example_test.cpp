// Examples of rules, read.
#include "detect/example.h"

#include "catch.h"

using tipoff::Field;
using tipoff::Mention;

TEST_CASE("Brackets mark the account, two bars part title and body", "[example]") {
  const auto example =
      tipoff::read_example("[Ostrava] to buy || The deal of [Ostrava] => acquirer, completed");
  REQUIRE(example);
  CHECK(example->text.title == "Ostrava to buy");
  CHECK(example->text.body == "The deal of Ostrava");
  CHECK(example->mentions ==
        std::vector<Mention>{{0, Field::title, 0, 7, false}, {0, Field::body, 12, 19, false}});
  CHECK(example->role == tipoff::Role::acquirer);
  CHECK(example->certainty == tipoff::Certainty::completed);
}

TEST_CASE("A headline alone marks nothing and expects nothing", "[example]") {
  const auto example = tipoff::read_example("Ostrava to buy Lindqvist");
  REQUIRE(example);
  CHECK(example->mentions.empty());
  CHECK_FALSE(example->role);
}

TEST_CASE("An unknown word behind the arrow is an error", "[example]") {
  const auto example = tipoff::read_example("Ostrava to buy => buyer");
  REQUIRE_FALSE(example);
  CHECK_THAT(example.error().message, Catch::Contains("buyer"));
}
