// Walks the tree of routes.
#include "alert/route.h"

#include <algorithm>

#include "alert/conditions.h"
#include "score/target.h"

namespace tipoff {
namespace {

using Names = std::vector<std::string>;

struct Question {
  const TriggerNews& news;
  const Account& account;
};

bool holds(const Names& wanted, const std::string& value) {
  return wanted.empty() || std::ranges::count(wanted, value) > 0;
}

bool meets(const Names& wanted, const Names& values) {
  return wanted.empty() || std::ranges::any_of(values, [&](const std::string& value) {
           return std::ranges::any_of(
               wanted, [&](const std::string& one) { return same_value(one, value); });
         });
}

bool matches(const RouteMatch& match, const Question& asked) {
  AlertPolicy conditions;
  conditions.events = match.events;
  conditions.certainties = match.certainties;
  conditions.min_score = match.min_score;
  conditions.top = match.top;
  conditions.owners = match.owners;
  return !unmet(conditions, asked.news) && holds(match.accounts, asked.news.entry.id) &&
         holds(match.sellers, asked.news.seller) &&
         meets(match.industries, asked.account.industries) &&
         meets(match.regions, asked.account.regions);
}

void add(Routing& routing, const std::string& name, const Names& alerts) {
  routing.path.push_back(name);
  for (const std::string& alert : alerts)
    if (std::ranges::count(routing.alerts, alert) == 0) routing.alerts.push_back(alert);
}

/// Whether any of them decided. As deep as the tree is written.
bool walk(std::span<const Route> routes, const Names& inherited, const Question& asked,
          Routing& routing) {
  bool decided = false;
  for (const Route& route : routes) {
    if (!matches(route.match, asked)) continue;
    decided = true;
    const Names& alerts = route.alerts.empty() ? inherited : route.alerts;
    if (!walk(route.routes, alerts, asked, routing)) add(routing, route.name, alerts);
    if (!route.goes_on) break;
  }
  return decided;
}

}  // namespace

bool Routing::tells(const std::string& channel) const {
  return everyone || std::ranges::count(alerts, channel) > 0;
}

Routing route_of(std::span<const Route> routes, const TriggerNews& news, const Account& account) {
  Routing routing;
  routing.everyone = routes.empty();
  walk(routes, {}, {.news = news, .account = account}, routing);
  return routing;
}

}  // namespace tipoff
