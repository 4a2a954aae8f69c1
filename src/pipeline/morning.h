// What opens a digest, from what is remembered.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "alert/alert_policy.h"
#include "alert/compose.h"
#include "alert/mute.h"
#include "pipeline/assembly.h"
#include "store/call_table.h"
#include "store/list_table.h"

namespace tipoff {

/// The seller's list of a day before; empty: there was none.
[[nodiscard]] std::optional<CallList> list_a_day_ago(const ListTable& lists,
                                                     const std::string& seller, Time now);

/// Callbacks of the seller that are due before midnight in the digest's zone, longest due first.
[[nodiscard]] std::vector<DueCallback> callbacks_today(const CallTable& calls,
                                                       const Assembly& assembly,
                                                       const std::string& seller,
                                                       const Digest& digest, Time now);

/// Ids of the accounts that a seller has muted altogether.
[[nodiscard]] std::set<std::string> muted_accounts(std::span<const Mute> mutes,
                                                   const std::string& seller);

}  // namespace tipoff
