// tipoff rule explain.
#pragma once

#include <string>
#include <vector>

#include "cli/desk.h"

namespace tipoff {

struct RuleExplainArguments {
  std::vector<std::string> dirs;      // empty: the shipped rules
  std::string text;                   // "headline || body"; [brackets] mark an account
  std::vector<std::string> accounts;  // names; none, and no brackets: every company counts
};

/// Prints which rules find their words in the text, what stopped them, and what comes out. The exit
/// code is 0 whatever comes out, 2 for a text that cannot be read, 3 for wrong rules.
[[nodiscard]] int rule_explain_command(const Desk& desk, const RuleExplainArguments& arguments);

}  // namespace tipoff
