// `tipoff rule reapply`: changed rules over the stored articles.
#pragma once

#include "cli/desk.h"

namespace tipoff {

struct RuleReapplyArguments {
  bool yes = false;  // do it; else it is shown
};

[[nodiscard]] int rule_reapply_command(const Desk& desk, const RuleReapplyArguments& arguments);

}  // namespace tipoff
