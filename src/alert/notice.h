// Notice: that one recipient is to be told of one cause, and when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clock.h"
#include "detect/trigger.h"

namespace tipoff {

/// held: waits for its release. told: stands in a message of the outbox. dropped: is not told, for
/// the reason in `why`.
enum class NoticeState { held, told, dropped };

[[nodiscard]] std::string_view name_of(NoticeState state);

/// Made in the transaction of the list version that it belongs to; unique by channel, recipient and
/// cause. A later one of the same topic takes the place of one that is held.
struct Notice {
  std::int64_t id = 0;  // row
  std::string channel;
  std::string recipient;
  std::string cause;  // "story:<id>:<certainty>:<seller>", "reminder:<id>:<number>:<seller>"
  std::string topic;  // "story:<id>:<seller>"
  std::string seller = "default";
  std::string account;  // id
  std::int64_t story = 0;
  std::string event;                           // type
  Certainty certainty = Certainty::announced;  // the state that it tells of
  std::optional<Certainty> previous;           // none: a new story
  std::string reason;                          // as it stands in the message
  Time made_at{};
  Time release_at{};
  std::optional<Time> expires_at;
  bool together = false;  // released in one message with what else is held for this recipient
  NoticeState state = NoticeState::held;
  std::string why;           // "quiet hours until ..", "muted until ..", "a later state was told"
  std::int64_t message = 0;  // row of the outbox, once told

  bool operator==(const Notice&) const = default;
};

/// Whether it tells again what was told: its cause begins with "reminder:".
[[nodiscard]] bool is_reminder(const Notice& notice);

}  // namespace tipoff
