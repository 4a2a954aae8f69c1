// Changes as keys and values of tipoff.toml.
#include "learn/setting.h"

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::target;
using Changes = std::vector<SettingChange>;

namespace {

Scoring scoring() {
  return {.profile = samples::profile(), .retired_rules = {}};
}

}  // namespace

TEST_CASE("Equal scorecards differ in no setting", "[learn]") {
  CHECK(settings_between(scoring(), scoring()).empty());
}

TEST_CASE("Targets are written whole, each as short as it can be", "[learn]") {
  Scoring after = scoring();
  after.profile.regions[0].importance = 2;
  after.profile.industries.pop_back();
  CHECK(
      settings_between(scoring(), after) ==
      Changes{
          {"profile.industries",
           R"(["Manufacturing", { name = "Logistics", importance = 1, also = ["Spedition", "物流"] }])",
           R"(["Manufacturing"])"},
          {"profile.regions",
           R"(["Germany", { name = "Switzerland", importance = 1, competitor = "strong" }])",
           R"([{ name = "Germany", importance = 2 }, { name = "Switzerland", importance = 1, competitor = "strong" }])"}});
}

TEST_CASE("Names are quoted so that TOML reads them as they are", "[learn]") {
  Scoring after = scoring();
  after.profile.titles = {target("The \"boss\"\\chief\n")};
  REQUIRE(settings_between(scoring(), after).size() == 1);
  CHECK(settings_between(scoring(), after)[0].to == R"(["The \"boss\"\\chief\u000A"])");
}

TEST_CASE("Importances are written one by one", "[learn]") {
  Scoring after = scoring();
  after.profile.importance.title = 2;
  after.profile.importance.trigger = 0;
  CHECK(settings_between(scoring(), after) ==
        Changes{{"profile.importance.title", "1", "2"}, {"profile.importance.trigger", "2", "0"}});
}

TEST_CASE("Weights and windows are written where they change or are new", "[learn]") {
  using std::chrono::days;
  using std::chrono::hours;
  Scoring before;
  before.profile.triggers = {{"merger", {.weight = 1, .window = days{180}}},
                             {"funding", {.weight = 1, .window = days{30}}}};
  Scoring after = before;
  after.profile.triggers["merger"].weight = 2;
  after.profile.triggers["funding"].window = hours{36};
  after.profile.triggers["layoffs"] = {.weight = 0, .window = default_window};
  CHECK(settings_between(before, after) ==
        Changes{{"triggers.funding.window", "\"30d\"", "\"36h\""},
                {"triggers.layoffs.weight", "", "0"},
                {"triggers.merger.weight", "1", "2"}});
}

TEST_CASE("Retired rules are written as a list", "[learn]") {
  Scoring after = scoring();
  after.retired_rules = {"merger.en.plans"};
  CHECK(settings_between(scoring(), after) ==
        Changes{{"rules.retired", "[]", R"(["merger.en.plans"])"}});
}

}  // namespace tipoff
