// When a trigger that was told is told again.
#pragma once

#include <optional>
#include <span>

#include "alert/alert_policy.h"
#include "clock.h"
#include "cluster/story.h"
#include "score/profile.h"

namespace tipoff {

/// What was done about a trigger since it came up.
struct Tellings {
  std::span<const Time> at;       // oldest first: the trigger itself, then its reminders
  std::optional<Time> last_call;  // to the account, by the seller
};

/// `reminder.after` after the latest telling; it may be past. Nothing where it was never told, was
/// told `most` times again, a call was logged since the first telling, or the story is not live
/// then (score/account_score.h: is_live).
[[nodiscard]] std::optional<Time> next_reminder(const Reminder& reminder, const Tellings& tellings,
                                                const Story& story, const Profile& profile,
                                                Time now);

}  // namespace tipoff
