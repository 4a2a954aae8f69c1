// Which seller a command is about.
#include "cli/seller_choice.h"

#include "catch.h"

namespace tipoff {
namespace {

Settings of(const std::vector<std::string>& sellers) {
  Settings settings;
  for (const std::string& seller : sellers) {
    settings.profiles.emplace_back();
    settings.profiles.back().seller = seller;
  }
  return settings;
}

Account owned_by(const std::string& owner) {
  Account account;
  account.name = "Quarzwerk AG";
  account.owner = owner;
  return account;
}

}  // namespace

TEST_CASE("The only seller, or the owner, need not be named", "[seller_choice]") {
  CHECK(seller_for(of({"default"}), "", owned_by("jonas")) == "default");
  CHECK(seller_for(of({"anna", "ben"}), "", owned_by("ben")) == "ben");
  CHECK(seller_for(of({"anna", "ben"}), "anna", owned_by("ben")) == "anna");
}

TEST_CASE("Who cannot be told must be named, and be there", "[seller_choice]") {
  const auto none = seller_for(of({"anna", "ben"}), "", owned_by("jonas"));
  REQUIRE_FALSE(none);
  CHECK_THAT(none.error().message, Catch::Contains("say --seller"));
  const auto wrong = seller_for(of({"anna", "ben"}), "ana", owned_by(""));
  REQUIRE_FALSE(wrong);
  CHECK_THAT(wrong.error().message, Catch::Contains("did you mean 'anna'?"));
}

}  // namespace tipoff
