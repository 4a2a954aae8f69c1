// [profile], [triggers] and [[seller]].
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

using namespace std::chrono_literals;

namespace {

constexpr std::string_view whole_profile = R"([profile]
industries = ["Manufacturing", { name = "Logistics", importance = 1, also = ["Spedition", "物流"] }]
titles = ["COO", { name = "Head of Supply Chain", importance = 2 }]
regions = ["Germany", { name = "Switzerland", importance = 1, competitor = "strong" }]
importance = { industry = 2, title = 1, region = 0, trigger = 2 }
sold_in = ["Manufacturing"]
references = []
[triggers]
merger = { weight = 1, window = "90d" }
layoffs = {}
)";

}  // namespace

TEST_CASE("The profile is read as the contract writes it", "[settings]") {
  const SettingsText read(whole_profile);
  REQUIRE(read.lines.empty());
  REQUIRE(read.settings.profiles.size() == 1);
  const Profile& profile = read.settings.profiles[0];
  CHECK(profile.seller == "default");
  REQUIRE(profile.industries.size() == 2);
  CHECK(profile.industries[0].name == "Manufacturing");
  CHECK(profile.industries[0].importance == std::nullopt);
  CHECK(profile.industries[1] == Target{"Logistics", {"Spedition", "物流"}, 1, false});
  CHECK(profile.titles[1].importance == 2);
  CHECK(profile.regions[1].strong_competitor);
  CHECK(profile.importance == Importance{2, 1, 0, 2});
  CHECK(profile.sold_in == std::vector<std::string>{"Manufacturing"});
}

TEST_CASE("A trigger without a weight has the importance of triggers, without a window 180 days",
          "[settings]") {
  const SettingsText read(whole_profile);
  const auto& triggers = read.settings.profiles.at(0).triggers;
  REQUIRE(triggers.size() == 2);
  CHECK(triggers.at("merger") == TriggerWeight{1, 90 * 24h});
  CHECK(triggers.at("layoffs") == TriggerWeight{2, 180 * 24h});
}

TEST_CASE("More targets than the method allows are refused with the reason", "[settings]") {
  const SettingsText read(
      "[profile]\nindustries = [\"a\", \"b\", \"c\"]\ntitles = [\"a\", \"b\", \"c\", \"d\"]\n");
  REQUIRE(read.lines.size() == 2);
  CHECK_THAT(
      read.lines[0],
      Catch::StartsWith(
          "tipoff.toml:2: profile.industries: 3 are named, but the method allows at most two"));
  CHECK_THAT(
      read.lines[1],
      Catch::StartsWith(
          "tipoff.toml:3: profile.titles: 4 are named, but the method allows at most three"));
}

TEST_CASE("Targets that cannot be are complaints with their place", "[settings]") {
  const SettingsText read(R"([profile]
industries = [{ importance = 1 }, ""]
titles = [{ name = "COO", competitor = "strong" }]
regions = [{ name = "Germany", importance = 3 }, { name = "France", competitor = "huge" }]
importance = { trigger = -1, regoin = 1 }
)");
  REQUIRE(read.lines.size() == 7);
  CHECK(read.lines[0] == "tipoff.toml:2: profile.industries[1].name: is missing");
  CHECK(read.lines[1] == "tipoff.toml:2: profile.industries: a name must not be empty");
  CHECK_THAT(read.lines[2], Catch::Contains("profile.titles[1].competitor: unknown key"));
  CHECK(read.lines[3] == "tipoff.toml:4: profile.regions[1].importance: must be from 0 to 2");
  CHECK_THAT(read.lines[4],
             Catch::Contains("profile.regions[2].competitor: must be \"strong\" or \"none\""));
  CHECK(read.lines[5] == "tipoff.toml:5: profile.importance.trigger: must be from 0 to 2");
  CHECK(read.lines[6] ==
        "tipoff.toml:5: profile.importance.regoin: unknown key (did you mean 'region'?)");
}

TEST_CASE("A trigger that cannot be is a complaint", "[settings]") {
  const SettingsText read(
      "[triggers]\nmerger = { weight = 3 }\nlayoffs = 2\n\"Big News\" = {}\nipo = { window = "
      "\"0s\" }\n");
  REQUIRE(read.lines.size() == 4);
  CHECK(read.lines[0] == "tipoff.toml:2: triggers.merger.weight: must be from 0 to 2");
  CHECK_THAT(read.lines[1], Catch::StartsWith("tipoff.toml:3: triggers.layoffs: must be a table"));
  CHECK_THAT(read.lines[2],
             Catch::StartsWith("tipoff.toml:4: triggers.Big News: an event type is a word"));
  CHECK(read.lines[3] == "tipoff.toml:5: triggers.ipo.window: must be at least 1s");
}

TEST_CASE("A seller takes from the profile what is left out", "[settings]") {
  const SettingsText read(std::string(whole_profile).append(R"([[seller]]
name = "anna"
accounts = "owned"
[[seller]]
name = "ben"
regions = ["France"]
importance = { trigger = 1 }
[seller.triggers]
ipo = {}
)"));
  REQUIRE(read.lines.empty());
  REQUIRE(read.settings.profiles.size() == 2);
  const Profile& anna = read.settings.profiles[0];
  const Profile& ben = read.settings.profiles[1];
  CHECK(anna.seller == "anna");
  CHECK(anna.owned_only);
  CHECK(anna.industries.size() == 2);
  CHECK(anna.triggers.at("layoffs").weight == 2);
  CHECK_FALSE(ben.owned_only);
  CHECK(ben.regions == std::vector<Target>{Target{"France", {}, std::nullopt, false}});
  CHECK(ben.titles.size() == 2);
  CHECK(ben.importance == Importance{2, 1, 0, 1});
  REQUIRE(ben.triggers.size() == 1);
  CHECK(ben.triggers.at("ipo").weight == 1);
}

TEST_CASE("A shared trigger without a weight has the seller's own importance", "[settings]") {
  const SettingsText read(
      "[triggers]\nmerger = {}\n[[seller]]\nname = \"a\"\nimportance = { trigger = 2 "
      "}\n[[seller]]\nname = \"b\"\n");
  CHECK(read.lines.empty());
  CHECK(read.settings.profiles.at(0).triggers.at("merger").weight == 2);
  CHECK(read.settings.profiles.at(1).triggers.at("merger").weight == 1);
}

TEST_CASE("A mistake in the table of triggers is told once, however many sellers there are",
          "[settings]") {
  const SettingsText read(
      "[triggers]\nmerger = { weight = 9 }\n[[seller]]\nname = \"a\"\n[[seller]]\nname = \"b\"\n");
  CHECK(read.lines.size() == 1);
}

TEST_CASE("Sellers have names of their own that can stand in a file's name", "[settings]") {
  const SettingsText read(
      "[[seller]]\nname = \"a\"\n[[seller]]\nname = \"a\"\n[[seller]]\naccounts = "
      "\"mine\"\n[[seller]]\nname = \"../x\"\n");
  REQUIRE(read.lines.size() == 4);
  CHECK(read.lines[0] == "tipoff.toml:4: seller[2].name: there is another seller 'a'");
  CHECK(read.lines[1] == "tipoff.toml:5: seller[3].name: is missing");
  CHECK_THAT(read.lines[2],
             Catch::StartsWith("tipoff.toml:6: seller[3].accounts: must be \"owned\""));
  CHECK_THAT(read.lines[3], Catch::StartsWith("tipoff.toml:8: seller[4].name: must be a name"));
}

}  // namespace tipoff
