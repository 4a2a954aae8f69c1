// `tipoff rule list --stats`: what each rule has found, and how often it was wrong.
#pragma once

#include <string>
#include <vector>

#include "cli/desk.h"

namespace tipoff {

struct RuleStatsArguments {
  std::vector<std::string>
      dirs;  // of rules; empty: those of the configuration, else the shipped ones
};

/// A line a rule, most wrong first, then most events. Precision: the share of its events that
/// stand, those that nobody judged included, those that wait for review left out; with its 95 %
/// interval.
[[nodiscard]] int rule_stats_command(const Desk& desk, const RuleStatsArguments& arguments);

}  // namespace tipoff
