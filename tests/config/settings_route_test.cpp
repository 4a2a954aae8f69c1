// [[route]]: the tree that says which alerts are told.
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

namespace {

/// Two alerts, crm (line 2) and ops, and the routes of a test from line 11 on.
std::string with_alerts(std::string_view routes) {
  std::string text;
  for (const auto* name : {"crm", "ops"})
    text += std::string("[[alert]]\nname = \"") + name +
            "\"\ntype = \"webhook\"\nurl = \"https://crm.example/\"\n"
            "secret = \"whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1u\"\n";
  return text.append(routes);
}

}  // namespace

TEST_CASE("A tree of routes is read with every condition", "[settings]") {
  const SettingsText read(with_alerts(
      "[[route]]\nname = \"big\"\nevents = [\"merger\"]\ncertainties = [\"announced\"]\n"
      "accounts = [\"siemens\"]\nowners = [\"anna\"]\nsellers = [\"default\"]\n"
      "industries = [\"Manufacturing\"]\nregions = [\"Germany\"]\nmin_score = 7\ntop = 20\n"
      "alerts = [\"crm\"]\ncontinue = true\n"
      "[[route.route]]\nmin_score = 9\nalerts = [\"ops\"]\n"
      "[[route]]\nalerts = [\"ops\"]\n"));
  REQUIRE(read.lines.empty());
  const auto& routes = read.settings.routes;
  REQUIRE(routes.size() == 2);
  CHECK(routes[0].name == "big");
  CHECK(routes[0].goes_on);
  CHECK(routes[0].alerts == std::vector<std::string>{"crm"});
  RouteMatch match;
  match.events = {"merger"};
  match.certainties = {Certainty::announced};
  match.accounts = {"siemens"};
  match.owners = {"anna"};
  match.sellers = {"default"};
  match.industries = {"Manufacturing"};
  match.regions = {"Germany"};
  match.min_score = 7;
  match.top = 20;
  CHECK(routes[0].match == match);
  REQUIRE(routes[0].routes.size() == 1);
  CHECK(routes[0].routes[0].name == "route[1].route[1]");
  CHECK(routes[0].routes[0].match.min_score == 9);
  CHECK(routes[1].match == RouteMatch{});
  REQUIRE(read.reading.event_types.size() == 1);
  CHECK(read.reading.event_types[0].key == "route[1].events");
}

TEST_CASE("A route to an unknown alert or seller names the nearest", "[settings]") {
  const SettingsText read(
      with_alerts("[[route]]\nalerts = [\"crn\", \"ops\", \"crm\"]\nsellers = "
                  "[\"defualt\"]\nregion = \"x\"\n"));
  REQUIRE(read.lines.size() == 3);
  CHECK(read.lines[0] ==
        "tipoff.toml:12: route[1].alerts: there is no alert 'crn' (did you mean 'crm'?)");
  CHECK(read.lines[1] ==
        "tipoff.toml:13: route[1].sellers: there is no seller 'defualt' (did you mean "
        "'default'?)");
  CHECK(read.lines[2] == "tipoff.toml:14: route[1].region: unknown key (did you mean 'regions'?)");
}

TEST_CASE("A route says whom it tells, and nobody only on purpose", "[settings]") {
  const SettingsText silent(with_alerts("[[route]]\nevents = [\"strike\"]\n"));
  REQUIRE_FALSE(silent.lines.empty());
  CHECK(any_error(silent.reading.complaints));
  const SettingsText nobody(with_alerts(
      "[[route]]\nevents = [\"strike\"]\nalerts = []\n[[route]]\nalerts = [\"crm\", \"ops\"]\n"));
  CHECK(nobody.lines.empty());
  const SettingsText nested(with_alerts(
      "[[route]]\nalerts = [\"crm\", \"ops\"]\n[[route.route]]\ntop = 3\nalerts = []\n"));
  REQUIRE(nested.lines.size() == 1);
  CHECK_THAT(nested.lines[0], Catch::Contains("route[1].route[1].alerts: names nobody"));
}

TEST_CASE("A route that is never tried, and an alert that no route names, are warnings",
          "[settings]") {
  const SettingsText read(
      with_alerts("[[route]]\nalerts = [\"crm\"]\n[[route]]\nalerts = [\"crm\"]\n"));
  REQUIRE(read.lines.size() == 2);
  CHECK_FALSE(any_error(read.reading.complaints));
  CHECK_THAT(read.lines[0] + read.lines[1],
             Catch::Contains("route[1]: has no condition: the routes after it are never tried") &&
                 Catch::Contains("no route names the alert 'ops'"));
}

TEST_CASE("Routes nest ten deep", "[settings]") {
  std::string text = "alerts = [\"crm\", \"ops\"]\n";
  std::string path = "route";
  std::string routes = "[[route]]\n" + text;
  for (int depth = 2; depth <= 11; ++depth) {
    path += ".route";
    routes += "[[" + path + "]]\n" + text;
  }
  const SettingsText read(with_alerts(routes));
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::Contains("nested ten deep"));
}

}  // namespace tipoff
