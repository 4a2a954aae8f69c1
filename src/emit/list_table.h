// The call list on a terminal.
#pragma once

#include <string>

#include "emit/render.h"

namespace tipoff {

/// Rank, score, account, why now, contact; the disqualified accounts with their reason in a second
/// table.
[[nodiscard]] std::string table_of(const CallList& list, const RenderOptions& options);

}  // namespace tipoff
