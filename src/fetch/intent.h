// Intent: what a hub asks the callback before it begins to send, or ends (WebSub, 5.3).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fetch/subscription.h"

namespace tipoff {

/// hub.* of the query, by name and decoded.
struct Intent {
  std::string mode;  // subscribe, unsubscribe, denied
  std::string topic;
  std::string challenge;
  std::string lease_seconds;
  std::string reason;  // of a denial
};

[[nodiscard]] Intent intent_of(const std::vector<std::pair<std::string, std::string>>& query);

/// What comes of it. `agreed`: the challenge is to be sent back. `changed` is to be stored;
/// `forget`: the subscription is over, and its row can go.
struct IntentVerdict {
  bool agreed = false;
  bool forget = false;
  std::optional<Subscription> changed;
};

/// Agrees only to what we have asked for within `verification_window`, of this topic. A lease that
/// is no number is refused; one that is longer than `longest_lease` is renewed as if it were that.
/// A denial is believed, and asked about again later.
[[nodiscard]] IntentVerdict judge_intent(const Subscription& subscription, const Intent& intent,
                                         Time now);

inline constexpr std::chrono::hours verification_window{24};
inline constexpr std::chrono::hours longest_lease{24 * 30};
inline constexpr std::chrono::seconds shortest_renewal{10};
inline constexpr std::size_t longest_challenge = 4096;  // bytes

}  // namespace tipoff
