// What the seller's scorecard says of an event type.
#include "score/profile.h"

#include <algorithm>

namespace tipoff {

std::optional<TriggerWeight> weight_of(const Profile& profile, const std::string& event) {
  if (profile.triggers.empty())
    return TriggerWeight{.weight = profile.importance.trigger, .window = default_window};
  const auto found = profile.triggers.find(event);
  if (found == profile.triggers.end()) return std::nullopt;
  return found->second;
}

int points_of_type(const Profile& profile, const std::string& event) {
  const auto weight = weight_of(profile, event);
  return weight ? weight->weight : 0;
}

int most_trigger_points(const Profile& profile) {
  if (profile.triggers.empty()) return profile.importance.trigger;
  int most = 0;
  for (const auto& [event, trigger] : profile.triggers) most = std::max(most, trigger.weight);
  return most;
}

}  // namespace tipoff
