// The digest: the morning list of calls, callbacks and movements, and the events kept for it.
#pragma once

#include "alert/brief.h"
#include "alert/compose.h"

namespace tipoff {

/// Calls only of the policy's owners, where it names any. A section with nothing in it is left out.
[[nodiscard]] Brief digest_brief(const Channel& channel, const Bundle& bundle,
                                 const MorningList& morning, Time now);

}  // namespace tipoff
