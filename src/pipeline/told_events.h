// What a recipient heard of an account lately, for events that outshine others.
#pragma once

#include <string>
#include <vector>

#include "alert/decision.h"
#include "store/notice_table.h"

namespace tipoff {

/// Told, or held to be told, within the channel's `outshines` before `news.at`; nothing where the
/// channel has no such policy.
[[nodiscard]] std::vector<ToldEvent> told_events(const NoticeTable& notices, const Channel& channel,
                                                 const std::string& recipient,
                                                 const TriggerNews& news, const Profile& profile);

}  // namespace tipoff
