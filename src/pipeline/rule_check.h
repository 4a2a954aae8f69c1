// Rule check: does every rule do what its own examples say? The first half of `tipoff rule test`.
#pragma once

#include "detect/detector.h"
#include "detect/rule.h"
#include "pipeline/rule_trial.h"
#include "result.h"

namespace tipoff {

/// `fires`: the rule speaks; and where its weight alone is enough, the event comes out, with the
/// role and certainty written behind "=>". `silent`: the event does not come out, whichever rule
/// might say it.
[[nodiscard]] RuleCheck check_examples(const Detector& detector, const TrialChoice& choice);

/// All examples of a book. Fails where its patterns do not compile.
[[nodiscard]] Result<RuleCheck> check_rules(const RuleBook& book);

}  // namespace tipoff
