// Tells a story anew from the reports that are left of it.
#pragma once

#include <span>

#include "cluster/story.h"

namespace tipoff {

/// The story that these reports, in the order in which they came, make together: at least one. It
/// keeps its id; its time and state are what the reports say now, whatever was published before.
[[nodiscard]] Story retell(const Story& story, std::span<const Report> reports);

}  // namespace tipoff
