// Decides whether and when one recipient is told of a change, and says why.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "alert/mute.h"
#include "alert/news.h"
#include "alert/notice.h"

namespace tipoff {

/// An event of the same account that this recipient was told of, or that is held for him.
struct ToldEvent {
  std::string event;  // type
  int weight = 0;     // in the profile
  Time at{};
};

/// What a decision must know of the recipient.
struct RecipientHistory {
  std::vector<ToldEvent> told;     // of the account in question
  std::optional<Time> group_open;  // when the group that gathers now is released
  std::optional<Time> group_sent;  // when the latest group was released
};

struct Decision {
  enum class Action { tell, hold, drop };
  Action action = Action::tell;
  Time release{};  // tell: now
  std::optional<Time> expires;
  bool together = false;
  std::string why;  // of holding or dropping, for `tipoff alert list`: "quiet hours until 07:00"

  bool operator==(const Decision&) const = default;
};

/// Mutes, then the policy's conditions, `outshines`, quiet hours, digest, grouping. The storm cap
/// is not looked at here: it counts messages, and several notices may share one (bundle.h). A
/// webhook is neither grouped nor digested.
[[nodiscard]] Decision decide(const Channel& channel, const TriggerNews& news,
                              const Profile& profile, const RecipientHistory& history,
                              std::span<const Mute> mutes, Time now);

/// The mute that covers it now, with the latest end.
[[nodiscard]] std::optional<Mute> muted_by(std::span<const Mute> mutes, const std::string& seller,
                                           const std::string& account, const std::string& event,
                                           Time now);

/// Why a notice that is held for the recipient need not be told once this news is decided on: the
/// news is a bigger event of the same account, and outshines it when it would be released. Nothing
/// where it does not.
[[nodiscard]] std::optional<std::string> outshone_by(const TriggerNews& news, const Notice& held,
                                                     const AlertPolicy& policy,
                                                     const Profile& profile);

}  // namespace tipoff
