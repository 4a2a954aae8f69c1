// Who is owed a webhook because the call list has a new version.
#pragma once

#include <vector>

#include "alert/news.h"
#include "rank/call_list.h"

namespace tipoff {

/// One message for each channel that asks for it (`lists`) and is of the list's seller; unique by
/// version. `before`: the version that was in force; null: there was none.
[[nodiscard]] std::vector<OutboundMessage> list_messages(const std::vector<Channel>& channels,
                                                         const CallList& list,
                                                         const CallList* before, Time now);

}  // namespace tipoff
