// Counts the tellings, and adds the wait to the latest.
#include "alert/reminder.h"

#include <algorithm>
#include <utility>

#include "score/account_score.h"

namespace tipoff {

std::optional<Time> next_reminder(const Reminder& reminder, const Tellings& tellings,
                                  const Story& story, const Profile& profile, Time now) {
  if (tellings.at.empty()) return std::nullopt;
  const std::size_t reminded = tellings.at.size() - 1;
  if (std::cmp_greater_equal(reminded, reminder.most)) return std::nullopt;
  if (tellings.last_call && *tellings.last_call >= tellings.at.front()) return std::nullopt;
  const Time due = tellings.at.back() + reminder.after;
  if (!is_live(story, profile, std::max(due, now))) return std::nullopt;
  return due;
}

}  // namespace tipoff
