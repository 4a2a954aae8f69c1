// Rule check: does every rule do what its own examples say? What `tipoff rule test` runs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detect/rule.h"
#include "result.h"

namespace tipoff {

struct RuleFailure {
  std::string rule;
  std::string file;
  int line = 0;
  std::string text;  // the example
  std::string why;   // "does not fire", "fires as merger (merger.en.agree)", ..

  bool operator==(const RuleFailure&) const = default;
};

struct RuleCheck {
  std::size_t examples = 0;
  std::vector<RuleFailure> failures;
};

/// `fires`: the rule speaks; and where its weight alone is enough, the event comes out, with the
/// role and certainty written behind "=>". `silent`: the event does not come out, whichever rule
/// might say it.
[[nodiscard]] Result<RuleCheck> check_rules(const RuleBook& book);

}  // namespace tipoff
