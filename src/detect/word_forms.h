// Word forms: plain words of a rule as a pattern that finds them in any form.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

/// "SAP migration" also reads "SAP migrations" and "SAP-migrating", "cut jobs" also "cutting jobs",
/// "sell" also "sold". Words of capitals stay as they are. Chinese may be given in traditional or
/// simplified characters.
[[nodiscard]] std::string any_form_of(std::string_view words);

}  // namespace tipoff
