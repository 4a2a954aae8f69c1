// Changes: the step in the scorecard that a finding asks for.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>

#include "learn/preference.h"
#include "learn/replay.h"

namespace tipoff {

struct Change {
  std::string words;  // "raise the weight of merger from 1 to 2"
  Scoring after;

  bool operator==(const Change&) const = default;
};

/// What a change is drawn from.
struct ChangeBasis {
  const Scoring* current = nullptr;
  std::span<const Finding> findings;  // all, so that no change lowers what another finding raises
  std::set<std::string> event_types;  // that exist: a first [triggers] table must name them all
  double target = 0.1;                // of conversion
};

/// One small step (importances and weights move by 1), or nothing where the scorecard says so
/// already or has no such setting. What won more is raised; where it is at 2 already, the others of
/// its kind are lowered, and once they are, targets below one in ten are given up. What won less is
/// lowered; it is given up altogether (target off the list, weight 0, rule retired, window ended)
/// only where its conversion lies below the target beyond doubt.
[[nodiscard]] std::optional<Change> change_for(const Finding& finding, const ChangeBasis& basis);

}  // namespace tipoff
