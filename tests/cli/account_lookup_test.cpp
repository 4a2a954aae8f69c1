#include "cli/account_lookup.h"

#include "catch.h"

namespace tipoff {

namespace {

std::vector<Account> three() {
  std::vector<Account> accounts(3);
  accounts[0].id = "orbax";
  accounts[0].name = "Orbax Controls plc";
  accounts[0].aliases = {"OCP"};
  accounts[1].id = "orbita";
  accounts[1].name = "Orbita Sensors Ltd";
  accounts[2].id = "hong";
  accounts[2].name = "泓岭物流集团有限公司";
  return accounts;
}

}  // namespace

TEST_CASE(
    "An account is found by id, name, name without legal form, alias, or the beginning of its name",
    "[account_lookup]") {
  const auto accounts = three();
  for (const char* named : {"orbax", "Orbax Controls plc", "ORBAX CONTROLS", "ocp", "Orbax"}) {
    CAPTURE(named);
    const auto found = look_up(accounts, named);
    REQUIRE(found);
    CHECK((*found)->id == "orbax");
  }
  REQUIRE(look_up(accounts, "泓岭物流集团有限公司"));
  CHECK((*look_up(accounts, "泓岭"))->id == "hong");
}

TEST_CASE("What could be two accounts is neither, and both are named", "[account_lookup]") {
  const auto found = look_up(three(), "orb");
  REQUIRE_FALSE(found);
  CHECK_THAT(found.error().message, Catch::Contains("orbax") && Catch::Contains("orbita"));
}

}  // namespace tipoff
