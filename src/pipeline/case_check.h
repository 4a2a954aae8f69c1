// Case check: articles with a complete expectation against what matching and detection find in
// them. The second half of `tipoff rule test`.
#pragma once

#include "config/case_file.h"
#include "detect/detector.h"
#include "pipeline/rule_trial.h"

namespace tipoff {

/// Events of all cases together, by account and event.
struct CaseTally {
  int right = 0;
  int missed = 0;
  int unexpected = 0;
  int roles = 0;  // expected, of events that came out
  int right_roles = 0;
  int certainties = 0;
  int right_certainties = 0;

  [[nodiscard]] double f1() const;

  bool operator==(const CaseTally&) const = default;
};

/// Adds a trial for each chosen case to `check`. A case holds if everything expected came out, in
/// the role and with the certainty that are written, and nothing else did. What rests on an
/// ambiguous name waits for review and counts as not come out.
[[nodiscard]] CaseTally check_cases(const Detector& detector, const CaseReading& reading,
                                    const TrialChoice& choice, RuleCheck& check);

}  // namespace tipoff
