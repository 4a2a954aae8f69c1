// Finds the account that someone names on the command line.
#pragma once

#include <string>
#include <vector>

#include "match/account.h"
#include "result.h"

namespace tipoff {

/// By id, else by folded name or alias, else by the one name that begins so. The error names what
/// is near.
[[nodiscard]] Result<const Account*> look_up(const std::vector<Account>& accounts,
                                             const std::string& named);

}  // namespace tipoff
