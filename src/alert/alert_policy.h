// AlertPolicy: what a channel wants to hear of, and when.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "detect/trigger.h"
#include "text/week_time.h"
#include "text/week_window.h"

namespace tipoff {

/// Everything is kept until `at`, and told in one message.
struct Digest {
  WeekTime at;
  std::size_t calls = 10;  // of the call list's top that open it: the morning list; 0: none

  bool operator==(const Digest&) const = default;
};

/// What falls into the window is held, and released in one message when the window ends.
struct QuietHours {
  WeekWindow window;
  std::vector<std::string> breaks_through;  // event types that are told at any hour

  bool operator==(const QuietHours&) const = default;
};

/// A trigger that was told is told again, until a call to the account is logged.
struct Reminder {
  std::chrono::seconds after{std::chrono::hours{48}};
  int most = 1;

  bool operator==(const Reminder&) const = default;
};

struct AlertPolicy {
  // What is told: all must hold. Empty or 0: no condition.
  std::vector<std::string> events;
  std::vector<Certainty> certainties;
  int min_score = 0;
  int top = 0;  // only accounts that stand this high on the list
  std::vector<std::string> owners;

  // When it is told.
  std::optional<std::chrono::seconds> first_wait;  // the first of a group waits for others
  std::optional<std::chrono::seconds>
      batch_every;  // the next group comes this much later at the earliest
  std::optional<Digest> digest;
  std::optional<QuietHours> quiet;
  std::optional<std::chrono::seconds> expires_after;  // what was held longer is not told any more
  std::optional<std::chrono::seconds>
      outshines;                  // so long after an event, lesser ones of its account are not told
  std::size_t most_per_hour = 0;  // then one summary counts the rest; 0: no cap
  std::optional<Reminder> reminder;

  bool operator==(const AlertPolicy&) const = default;
};

}  // namespace tipoff
