// Names of roles and certainties.
#include "detect/trigger.h"

#include "catch.h"

TEST_CASE("Roles and certainties are read back from their names", "[trigger]") {
  using tipoff::Certainty;
  using tipoff::Role;
  for (const Role role : {Role::acquirer, Role::target, Role::seller})
    CHECK(tipoff::role_named(tipoff::name_of(role)) == role);
  for (const Certainty c :
       {Certainty::rumoured, Certainty::announced, Certainty::completed, Certainty::denied}) {
    CHECK(tipoff::certainty_named(tipoff::name_of(c)) == c);
  }
  CHECK_FALSE(tipoff::role_named("buyer"));
  CHECK_FALSE(tipoff::certainty_named(""));
}
