// Which seller a command is about.
#pragma once

#include <string>

#include "config/settings.h"
#include "match/account.h"
#include "result.h"

namespace tipoff {

/// The seller that was named; unnamed: the only one, else the account's owner where a seller has
/// that name. The error says which sellers there are.
[[nodiscard]] Result<std::string> seller_for(const Settings& settings, const std::string& named,
                                             const Account& account);

}  // namespace tipoff
