// Event types as typed on the command line.
#pragma once

#include <string>

#include "config/settings.h"
#include "result.h"

namespace tipoff {

/// The type, where the shipped or the configured rules can report it; the error names the nearest.
[[nodiscard]] Result<std::string> known_event(const std::string& event, const Settings& settings);

/// On one line: control characters become blanks, those at the ends go.
[[nodiscard]] std::string one_line(std::string text);

}  // namespace tipoff
