// The call report as JSON, with the fields of `tipoff call report --format json`.
#pragma once

#include <span>

#include "learn/conversion.h"
#include "learn/proposal.h"
#include "text/json.h"

namespace tipoff {

/// `accounts_called` counts every account with a call, `open` among them; `rate` and `interval` are
/// of the others. In a row of `by` `called` likewise counts all and `open` stands beside it. Rates
/// and bounds are not rounded.
[[nodiscard]] Json report_json(const Conversion& conversion, std::span<const Proposal> proposals);

/// With its number from 1, as `tipoff tune --apply N` takes it, and the settings it would write.
[[nodiscard]] Json to_json(const Proposal& proposal, int number);

}  // namespace tipoff
