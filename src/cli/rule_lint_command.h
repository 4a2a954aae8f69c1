// tipoff rule lint.
#pragma once

#include "cli/desk.h"
#include "cli/rule_command.h"

namespace tipoff {

/// Prints every warning; the exit code is 1 if there is any, 3 if the rule files are wrong.
[[nodiscard]] int rule_lint_command(const Desk& desk, const RuleArguments& arguments);

}  // namespace tipoff
