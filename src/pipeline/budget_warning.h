// What a daily budget means for the feeds of its host, where it is smaller than what they want.
#pragma once

#include <vector>

#include "config/complaint.h"
#include "config/settings.h"

namespace tipoff {

/// A warning for each such host: how often its feeds are asked instead. `feeds` with the searches.
[[nodiscard]] Complaints budget_warnings(const Settings& settings, const std::vector<Feed>& feeds);

}  // namespace tipoff
