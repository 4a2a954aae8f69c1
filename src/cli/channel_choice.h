// Alert channels as the command line names and shows them.
#pragma once

#include <string>

#include "config/settings.h"
#include "result.h"

namespace tipoff {

/// The error names the nearest, or says that there is none at all.
[[nodiscard]] Result<const Channel*> channel_named(const Settings& settings,
                                                   const std::string& name);

/// A recipient for the screen: of a URL no user, password or query, which may be secrets.
[[nodiscard]] std::string shown_recipient(const std::string& recipient);

}  // namespace tipoff
