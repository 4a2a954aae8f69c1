// Rule lint: what is valid in rule files, and yet dear, useless or forgotten.
#pragma once

#include "config/complaint.h"
#include "detect/rule.h"
#include "result.h"

namespace tipoff {

/// A warning each, in order of file and line: rules that must be tried for every sentence, dear
/// gaps, rules without `silent` or `fires` examples, patterns that stand twice, event types that
/// look like mistyped ones, patterns and `unless` that can never match, silences that silence
/// nothing. Fails where the patterns do not compile.
[[nodiscard]] Result<Complaints> lint_rules(const RuleBook& book);

}  // namespace tipoff
