// tipoff rule backtest.
#pragma once

#include <string>
#include <vector>

#include "cli/desk.h"

namespace tipoff {

struct RuleBacktestArguments {
  std::vector<std::string> dirs;     // empty: the shipped rules
  std::vector<std::string> against;  // directories to compare with; empty: no comparison
  std::string accounts;              // CSV; empty: every company counts
  std::vector<std::string> files;    // JSON lines, as `tipoff scan` reads them
};

/// The exit code is 0, 3 for wrong rules, accounts or lines, 4 for a file that cannot be read.
[[nodiscard]] int rule_backtest_command(const Desk& desk, const RuleBacktestArguments& arguments);

}  // namespace tipoff
