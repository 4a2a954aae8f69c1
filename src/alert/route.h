// Route: which channels are told of which news, as the tree of [[route]] says.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "alert/news.h"

namespace tipoff {

/// Conditions: all must hold; an empty one always does.
struct RouteMatch {
  std::vector<std::string> events;
  std::vector<Certainty> certainties;
  std::vector<std::string> accounts;  // ids
  std::vector<std::string> owners;
  std::vector<std::string> sellers;
  std::vector<std::string> industries;
  std::vector<std::string> regions;
  int min_score = 0;
  int top = 0;

  bool operator==(const RouteMatch&) const = default;
};

struct Route {
  std::string name;  // in what `tipoff alert route` prints
  RouteMatch match;
  std::vector<std::string> alerts;  // names of channels; empty: the parent's
  bool goes_on = false;             // the next sibling is tried too
  std::vector<Route> routes;        // tried in order; where one matches it decides, else this one

  bool operator==(const Route&) const = default;
};

struct Routing {
  bool everyone = false;            // no route is written: every channel is told
  std::vector<std::string> alerts;  // names, each once, in the order of the routes
  std::vector<std::string> path;    // names of the routes that decided

  [[nodiscard]] bool tells(const std::string& channel) const;
};

/// Without any route every channel is told. Where routes are written and none matches, nobody is.
/// `account`: whom the news are of.
[[nodiscard]] Routing route_of(std::span<const Route> routes, const TriggerNews& news,
                               const Account& account);

}  // namespace tipoff
