// The call list as Markdown.
#pragma once

#include <string>

#include "emit/render.h"

namespace tipoff {

/// CommonMark with the table extension.
[[nodiscard]] std::string markdown_of(const CallList& list, const RenderOptions& options);

}  // namespace tipoff
