// tipoff rule list; and the rule files that all rule commands work with.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "config/rule_file.h"

namespace tipoff {

struct RuleArguments {
  std::vector<std::string> dirs;  // empty: the shipped rules
};

/// The rules of these directories, or the shipped ones. Complaints go to `err`; nothing comes back
/// where one is an error.
[[nodiscard]] std::optional<RuleBook> rules_of(const std::vector<std::string>& dirs,
                                               std::ostream& err);
/// The same, with what they compile to.
[[nodiscard]] std::optional<RuleReading> compiled_rules(const std::vector<std::string>& dirs,
                                                        std::ostream& err);

/// A line a rule: id, event, language, weight, and how many examples it has.
[[nodiscard]] int rule_list_command(const RuleArguments& arguments);

}  // namespace tipoff
