// What a message says that tells of several changes: a group, a night's, or a storm's summary.
#pragma once

#include <string>

#include "alert/brief.h"
#include "alert/bundle.h"

namespace tipoff {

/// Of a group or of what the quiet hours held: each with its reason, up to 50; of a storm: how many
/// of each type, and the ten highest. `told` is not empty.
[[nodiscard]] Brief bundle_brief(const Channel& channel, const Bundle& bundle);

/// "Nordwerk AG, Halden AG, +3 more": the accounts in their order, each once, three at most.
[[nodiscard]] std::string accounts_in_short(const std::vector<DueNews>& told,
                                            MessageLanguage language);

}  // namespace tipoff
