// Trees of routes, and whom they tell.
#include "alert/route.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

namespace {

using Names = std::vector<std::string>;

Route route(std::string name, Names events, Names alerts, std::vector<Route> routes = {}) {
  Route made;
  made.name = std::move(name);
  made.match.events = std::move(events);
  made.alerts = std::move(alerts);
  made.routes = std::move(routes);
  return made;
}

Routing routed(const std::vector<Route>& routes, const TriggerNews& news = test::sample_news(),
               const Names& industries = {}, const Names& regions = {}) {
  Account account;
  account.industries = industries;
  account.regions = regions;
  return route_of(routes, news, account);
}

}  // namespace

TEST_CASE("Without a route everyone is told", "[alert]") {
  const auto routing = routed({});
  CHECK(routing.everyone);
  CHECK(routing.tells("crm"));
  CHECK(routing.path.empty());
}

TEST_CASE("Where routes are written and none matches, nobody is told", "[alert]") {
  const auto routing = routed({route("layoffs", {"layoffs"}, {"crm"})});
  CHECK_FALSE(routing.everyone);
  CHECK_FALSE(routing.tells("crm"));
  CHECK(routing.alerts.empty());
}

TEST_CASE("The first route that matches decides", "[alert]") {
  const auto routing = routed({route("layoffs", {"layoffs"}, {"crm"}),
                               route("deals", {"acquisition", "merger"}, {"team", "crm"}),
                               route("rest", {}, {"archive"})});
  CHECK(routing.alerts == Names{"team", "crm"});
  CHECK(routing.path == Names{"deals"});
  CHECK(routing.tells("crm"));
  CHECK_FALSE(routing.tells("archive"));
}

TEST_CASE("A route that goes on lets the next ones decide too, each channel once", "[alert]") {
  std::vector<Route> routes = {route("all", {}, {"archive", "crm"}),
                               route("deals", {"acquisition"}, {"crm", "team"}),
                               route("rest", {}, {"never"})};
  routes[0].goes_on = true;
  const auto routing = routed(routes);
  CHECK(routing.alerts == Names{"archive", "crm", "team"});
  CHECK(routing.path == Names{"all", "deals"});
}

TEST_CASE("The deepest route that matches decides, else the one above it", "[alert]") {
  const std::vector<Route> routes = {
      route("sales", {}, {"team"},
            {route("deals", {"acquisition"}, {"deals"}, {route("mergers", {"merger"}, {"board"})}),
             route("people", {"executive_appointed"}, {"hr"})})};
  TriggerNews news = test::sample_news();
  CHECK(routed(routes, news).alerts == Names{"deals"});
  news.story.event = "executive_appointed";
  CHECK(routed(routes, news).path == Names{"people"});
  news.story.event = "strike";
  CHECK(routed(routes, news).alerts == Names{"team"});
  CHECK(routed(routes, news).path == Names{"sales"});
}

TEST_CASE("A route without channels has its parent's", "[alert]") {
  const auto routing =
      routed({route("sales", {}, {"team", "crm"}, {route("deals", {"acquisition"}, {})})});
  CHECK(routing.alerts == Names{"team", "crm"});
  CHECK(routing.path == Names{"deals"});
}

TEST_CASE("A child that goes on shares with its sibling, not with its parent", "[alert]") {
  Route first = route("first", {}, {"a"});
  first.goes_on = true;
  const auto routing = routed({route("parent", {}, {"p"}, {first, route("second", {}, {"b"})})});
  CHECK(routing.alerts == Names{"a", "b"});
}

TEST_CASE("Every condition of a route must hold", "[alert]") {
  const auto with = [](auto change) {
    Route made = route("one", {}, {"crm"});
    change(made.match);
    return routed({made}, test::sample_news(), {"Pumps", "Machine Building"}, {"Norway"})
        .tells("crm");
  };
  CHECK(with([](RouteMatch& match) { match.accounts = {"nordwerk"}; }));
  CHECK_FALSE(with([](RouteMatch& match) { match.accounts = {"halden"}; }));
  CHECK(with([](RouteMatch& match) { match.owners = {"Jonas"}; }));
  CHECK_FALSE(with([](RouteMatch& match) { match.owners = {"anna"}; }));
  CHECK(with([](RouteMatch& match) { match.sellers = {"default"}; }));
  CHECK_FALSE(with([](RouteMatch& match) { match.sellers = {"anna"}; }));
  CHECK(with([](RouteMatch& match) { match.industries = {"machine building"}; }));
  CHECK_FALSE(with([](RouteMatch& match) { match.industries = {"Retail"}; }));
  CHECK(with([](RouteMatch& match) { match.regions = {"Sweden", "Norway"}; }));
  CHECK_FALSE(with([](RouteMatch& match) { match.regions = {"Sweden"}; }));
  CHECK(with([](RouteMatch& match) { match.certainties = {Certainty::announced}; }));
  CHECK_FALSE(with([](RouteMatch& match) { match.certainties = {Certainty::rumoured}; }));
  CHECK(with([](RouteMatch& match) { match.min_score = 5; }));
  CHECK_FALSE(with([](RouteMatch& match) { match.min_score = 6; }));
  CHECK(with([](RouteMatch& match) { match.top = 3; }));
  CHECK_FALSE(with([](RouteMatch& match) { match.top = 2; }));
  CHECK_FALSE(with([](RouteMatch& match) {
    match.accounts = {"nordwerk"};
    match.min_score = 6;
  }));
}

TEST_CASE("An account without an industry is of none that a route names", "[alert]") {
  Route made = route("one", {}, {"crm"});
  made.match.industries = {"Pumps"};
  CHECK_FALSE(routed({made}).tells("crm"));
}

}  // namespace tipoff
