// The sides of a called account.
#include "learn/facet.h"

#include <set>

#include "catch.h"
#include "learn/called_samples.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::call;
using samples::called;

namespace {

std::vector<std::string> values_of(const std::vector<Facet>& facets, Side side) {
  std::vector<std::string> values;
  for (const Facet& facet : facets)
    if (facet.side == side) values.push_back(facet.value);
  return values;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("What is not known of an account is called unknown or none", "[learn]") {
  const Profile profile;
  const auto facets = FacetReader(profile).facets_of(called("a", {call(Outcome::no_answer, 1)}));
  CHECK(facets == std::vector<Facet>{{Side::industry, "unknown"},
                                     {Side::title, "unknown"},
                                     {Side::region, "unknown"},
                                     {Side::event, "none"},
                                     {Side::rule, "none"},
                                     {Side::score_band, "0-1"},
                                     {Side::source, "none"},
                                     {Side::event_age, "none"},
                                     {Side::owner, "none"}});
}

TEST_CASE("The best event of the first call is the one that counts", "[learn]") {
  const Profile profile;
  auto account = called("a", {call(Outcome::no_answer, 10), call(Outcome::won, 1)});
  account.events = {samples::event("merger", 8, account), samples::event("funding", 1, account)};
  account.message = "short";
  account.owner = "anna";
  const auto facets = FacetReader(profile).facets_of(account);
  CHECK(values_of(facets, Side::event) == Values{"merger"});
  CHECK(values_of(facets, Side::rule) == Values{"merger.en.agrees"});
  CHECK(values_of(facets, Side::source) == Values{"wire.example"});
  CHECK(values_of(facets, Side::event_age) == Values{"7 to 29 d"});
  CHECK(values_of(facets, Side::message) == Values{"short"});
  CHECK(values_of(facets, Side::owner) == Values{"anna"});
}

TEST_CASE("Values that meet a target go by the target's name, each once", "[learn]") {
  const Profile profile = samples::profile();
  FacetReader reader(profile);
  auto account = called("a", {call(Outcome::won, 1)});
  account.industries = {"物流", "spedition", "Retail"};
  account.title = "Managing Director & coo";
  CHECK(values_of(reader.facets_of(account), Side::industry) == Values{"Logistics", "Retail"});
  CHECK(values_of(reader.facets_of(account), Side::title) == Values{"COO"});
}

TEST_CASE("Other values go by the first spelling seen", "[learn]") {
  const Profile profile;
  FacetReader reader(profile);
  auto account = called("a", {call(Outcome::won, 1)});
  account.regions = {"Zürich"};
  CHECK(values_of(reader.facets_of(account), Side::region) == Values{"Zürich"});
  account.regions = {"ZURICH", "Bern"};
  CHECK(values_of(reader.facets_of(account), Side::region) == Values{"Zürich", "Bern"});
}

TEST_CASE("Scores stand in bands of two points", "[learn]") {
  CHECK(score_band(0) == "0-1");
  CHECK(score_band(1) == "0-1");
  CHECK(score_band(2) == "2-3");
  CHECK(score_band(11) == "10-11");
  CHECK(band_order({Side::score_band, "10-11"}) > band_order({Side::score_band, "2-3"}));
}

TEST_CASE("Ages stand in bands of whole days", "[learn]") {
  using std::chrono::days;
  using std::chrono::seconds;
  CHECK(age_band(seconds{0}) == "under 7 d");
  CHECK(age_band(days{7} - seconds{1}) == "under 7 d");
  CHECK(age_band(days{7}) == "7 to 29 d");
  CHECK(age_band(days{30}) == "30 to 89 d");
  CHECK(age_band(days{90}) == "90 d and more");
  CHECK(age_band(days{5000}) == "90 d and more");
  CHECK(band_order({Side::event_age, "under 7 d"}) < band_order({Side::event_age, "7 to 29 d"}));
  CHECK(band_order({Side::event_age, "none"}) > band_order({Side::event_age, "90 d and more"}));
}

TEST_CASE("An event that is dated after the call has no age", "[learn]") {
  auto account = called("a", {call(Outcome::won, 5)});
  account.events = {samples::event("merger", -3, account)};
  CHECK(event_age(account) == std::chrono::seconds{0});
}

TEST_CASE("Every side has a name of its own", "[learn]") {
  std::set<std::string_view> names;
  for (int at = 0; at <= static_cast<int>(Side::message); ++at)
    names.insert(name_of(static_cast<Side>(at)));
  CHECK(names.size() == 10);
}

}  // namespace tipoff
