// What the seller's scorecard says of an event type.
#include "score/profile.h"

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::days;

TEST_CASE("Without named types every event type counts at the importance of triggers", "[score]") {
  const Profile profile = samples::profile();
  const auto weight = weight_of(profile, "hiring");
  REQUIRE(weight);
  CHECK(weight->weight == 2);
  CHECK(weight->window == days{180});
  CHECK(most_trigger_points(profile) == 2);
}

TEST_CASE("A type that does not count gives no points", "[score]") {
  Profile profile;
  profile.triggers = {{"merger", {.weight = 2, .window = default_window}}};
  CHECK(points_of_type(profile, "merger") == 2);
  CHECK(points_of_type(profile, "award") == 0);
}

TEST_CASE("Once types are named only they count", "[score]") {
  Profile profile = samples::profile();
  profile.triggers["merger"] = {.weight = 1, .window = days{90}};
  profile.triggers["layoffs"] = {.weight = 0, .window = days{180}};
  CHECK_FALSE(weight_of(profile, "hiring"));
  CHECK(weight_of(profile, "merger") == TriggerWeight{.weight = 1, .window = days{90}});
  CHECK(weight_of(profile, "layoffs")->weight == 0);
  CHECK(most_trigger_points(profile) == 1);
}

}  // namespace tipoff
