// [[route]]: the tree that says which alerts are told of which news.
#include <algorithm>

#include "config/settings_check.h"
#include "config/settings_sections.h"

namespace tipoff {

namespace {

constexpr std::size_t deepest = 10;

struct Known {
  const std::vector<std::string>& alerts;
  std::vector<std::string> sellers;
  std::vector<EventTypeMention>& event_types;
};

std::vector<std::string> texts(TomlTable& table, std::string_view key) {
  return table.texts(key).value_or(std::vector<std::string>{});
}

RouteMatch read_match(TomlTable& table, const Known& known) {
  RouteMatch match;
  match.events = read_event_types(table, "events", known.event_types);
  match.certainties = read_certainties(table, "certainties");
  match.accounts = texts(table, "accounts");
  match.owners = texts(table, "owners");
  match.sellers = texts(table, "sellers");
  refuse_unknown(table, "sellers", "seller", match.sellers, known.sellers);
  match.industries = texts(table, "industries");
  match.regions = texts(table, "regions");
  match.min_score = static_cast<int>(table.whole("min_score", 0, 100).value_or(0));
  match.top = static_cast<int>(table.whole("top", 0, 1'000'000).value_or(0));
  return match;
}

/// A route on its own must say whom it tells; one in another may leave it to that.
void read_alerts(TomlTable& table, const Known& known, std::size_t depth, Route& route) {
  route.alerts = texts(table, "alerts");
  refuse_unknown(table, "alerts", "alert", route.alerts, known.alerts);
  if (depth > 1 && table.has("alerts") && route.alerts.empty())
    table.complain("alerts", "names nobody; leave it out, and those of the route above are told");
  if (depth == 1 && !table.has("alerts") && !table.has("route"))
    table.complain("alerts", "is missing: the names of the alerts that are told; [] for none");
}

std::vector<Route> read_level(TomlTable& table, const Known& known, std::size_t depth);

Route read_route(TomlTable& table, const Known& known, std::size_t depth) {
  Route route;
  route.name = table.text("name").value_or(table.path());
  if (route.name.empty() || !is_one_line(route.name))
    table.complain("name", "must be one line, and not empty");
  route.match = read_match(table, known);
  read_alerts(table, known, depth, route);
  route.goes_on = table.flag("continue").value_or(false);
  route.routes = read_level(table, known, depth + 1);
  table.refuse_others();
  return route;
}

std::vector<Route> read_level(TomlTable& table, const Known& known, std::size_t depth) {
  std::vector<Route> routes;
  auto tables = table.tables("route");
  if (depth > deepest && !tables.empty()) {
    table.complain("route", "routes are nested ten deep at the most");
    return routes;
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    routes.push_back(read_route(tables[i], known, depth));
    const Route& route = routes.back();
    if (i + 1 < tables.size() && route.match == RouteMatch{} && !route.goes_on)
      tables[i].warn("", "has no condition: the routes after it are never tried");
  }
  return routes;
}

void collect(const std::vector<Route>& routes, std::vector<std::string>& named) {
  for (const Route& route : routes) {
    named.insert(named.end(), route.alerts.begin(), route.alerts.end());
    collect(route.routes, named);
  }
}

}  // namespace

std::vector<Route> read_routes(TomlTable& root, const std::vector<std::string>& alerts,
                               const std::vector<Profile>& profiles,
                               std::vector<EventTypeMention>& event_types) {
  Known known{.alerts = alerts, .sellers = {}, .event_types = event_types};
  for (const Profile& profile : profiles) known.sellers.push_back(profile.seller);
  auto routes = read_level(root, known, 1);
  std::vector<std::string> named;
  collect(routes, named);
  for (const std::string& alert : alerts) {
    if (routes.empty() || alert.empty() || std::ranges::find(named, alert) != named.end()) continue;
    root.warn("route", "no route names the alert '" + alert + "': it is told of no event");
  }
  return routes;
}

}  // namespace tipoff
