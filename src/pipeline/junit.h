// JUnit XML: how build servers read the outcome of tests.
#pragma once

#include <span>
#include <string>

#include "pipeline/rule_trial.h"

namespace tipoff {

/// A <testsuite> for each file, in order of first appearance, a <testcase> for each trial, with
/// <failure> where it does not hold (the diff is its text). Valid XML 1.0, whatever the texts hold.
[[nodiscard]] std::string to_junit(std::span<const RuleTrial> trials);

}  // namespace tipoff
