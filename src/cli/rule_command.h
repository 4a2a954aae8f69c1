// tipoff rule list, tipoff rule test.
#pragma once

#include <string>
#include <vector>

namespace tipoff {

struct RuleArguments {
  std::vector<std::string> dirs;  // empty: the shipped rules
};

/// A line a rule: id, event, language, weight, and how many examples it has.
[[nodiscard]] int rule_list_command(const RuleArguments& arguments);

/// Runs all examples; the exit code is 1 if one fails, 3 if the rule files are wrong.
[[nodiscard]] int rule_test_command(const RuleArguments& arguments);

}  // namespace tipoff
