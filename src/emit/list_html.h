// The call list as a web page.
#pragma once

#include <string>

#include "emit/render.h"

namespace tipoff {

/// One self-contained file: light and dark, narrow windows, paper. It loads nothing and runs no
/// script.
[[nodiscard]] std::string html_of(const CallList& list, const RenderOptions& options);

}  // namespace tipoff
