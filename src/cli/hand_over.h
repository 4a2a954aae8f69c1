// What every command that records facts ends with: they are made known, and who recorded them.
#pragma once

#include <string>

#include "cli/desk.h"
#include "store/database.h"

namespace tipoff {

/// Wakes the daemon or publishes here (pipeline/make_known.h). The exit code: 3 where wrong files
/// kept the list from being published here (then they are listed); the facts are recorded all the
/// same.
[[nodiscard]] int hand_over(const Desk& desk, const Settings& settings, Database& database);

/// Who sits here: the name of the user that runs the command.
[[nodiscard]] std::string user_name();

}  // namespace tipoff
