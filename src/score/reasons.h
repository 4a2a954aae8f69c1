// The sentences that stand behind each point of a score.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/story.h"
#include "score/criterion.h"
#include "score/profile.h"
#include "score/target.h"

namespace tipoff {

/// "industry Retail matches no target (Manufacturing, Logistics)".
[[nodiscard]] std::string mismatch_reason(Criterion criterion,
                                          const std::vector<std::string>& values,
                                          const std::vector<Target>& targets);

/// "industry Manufacturing is a target (very important)".
[[nodiscard]] std::string match_reason(Criterion criterion, const TargetMatch& match,
                                       int importance);

/// "title unknown: find the COO".
[[nodiscard]] std::string unknown_reason(Criterion criterion, const std::vector<Target>& targets);

/// "no target regions are set".
[[nodiscard]] std::string no_target_reason(Criterion criterion);

/// "merger announced 2026-03-02: Siemens to acquire Altair (wire.example)". `best`: the live event
/// with the most points, if any.
[[nodiscard]] std::string trigger_reason(const Story* best, const Profile& profile);

}  // namespace tipoff
