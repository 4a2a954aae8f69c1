#include "pipeline/hashes.h"

#include <array>

#include "catch.h"
#include "fakes/temporary_folder.h"

namespace tipoff {

TEST_CASE("A profile's hash changes with each thing that a score depends on", "[hashes]") {
  const Profile before;
  Profile after = before;
  REQUIRE(profile_hash(before) == profile_hash(after));

  SECTION("an importance") {
    after.importance.trigger = 2;
  }
  SECTION("a target") {
    after.regions.push_back(
        {.name = "Wales", .also = {}, .importance = std::nullopt, .strong_competitor = false});
  }
  SECTION("a window") {
    after.triggers["merger"] = {.weight = 2, .window = std::chrono::hours{24}};
  }
  SECTION("an industry sold in") {
    after.sold_in.emplace_back("Logistics");
  }

  CHECK(profile_hash(before) != profile_hash(after));
}

TEST_CASE("The rules' hash changes with any byte of a rule file, and with nothing else",
          "[hashes]") {
  const fakes::TemporaryFolder folder;
  folder.write("deals.toml", "a = 1\n");
  const std::array dirs{folder.path()};
  const auto before = rules_hash(dirs);

  folder.write("README.md", "not a rule");
  CHECK(rules_hash(dirs) == before);

  folder.write("deals.toml", "a = 2\n");
  CHECK(rules_hash(dirs) != before);
}

}  // namespace tipoff
