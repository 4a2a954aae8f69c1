// What a piece of news must be for a recipient to want it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "alert/alert_policy.h"
#include "alert/news.h"

namespace tipoff {

/// The first condition of the policy that the news does not meet, in words: "score 5 is below 7".
/// Owners are compared as people write them (score/target.h: same_value).
[[nodiscard]] std::optional<std::string> unmet(const AlertPolicy& policy, const TriggerNews& news);

/// Whether these are unmet()'s words for a score that is too low.
[[nodiscard]] bool is_for_low_score(std::string_view words);

}  // namespace tipoff
