// What each rule has found so far, and what people said of it.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace tipoff {

struct RuleTally {
  std::string rule;
  std::int64_t reports = 0;    // articles in which it spoke, and was the surest for its event
  std::int64_t stories = 0;    // that they told
  std::int64_t waiting = 0;    // of these: for review
  std::int64_t confirmed = 0;  // of these: somebody said so
  std::int64_t wrong = 0;      // of these: judged wrong, themselves or by their like

  bool operator==(const RuleTally&) const = default;
};

/// By id of the rule; only those that have found something. A story told by two rules counts for
/// both.
[[nodiscard]] std::vector<RuleTally> rule_tallies(Database& database);

}  // namespace tipoff
