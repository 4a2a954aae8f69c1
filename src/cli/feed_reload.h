// What every command that changes a list of feeds ends with.
#pragma once

#include "cli/desk.h"

namespace tipoff {

/// Asks a running tipoffd to read its files anew, and says when the change is in force.
void reload_feeds(const Desk& desk, const Settings& settings);

}  // namespace tipoff
