// What one change of a story says to a salesperson: the reason, the account, why now, whom to call.
#pragma once

#include <string>

#include "alert/brief.h"
#include "alert/bundle.h"

namespace tipoff {

/// One line: "Siemens AG (9/10): Siemens to acquire Altair"; a new state is named before the
/// headline ("Siemens AG (9/10): Completed: ..").
[[nodiscard]] std::string trigger_subject(const TriggerNews& news, MessageLanguage language);

/// All that is known of it, for a message that tells of this alone.
[[nodiscard]] BriefItem trigger_item(const DueNews& due, MessageLanguage language);

/// In few lines, its reason first, for a message that tells of several.
[[nodiscard]] BriefItem short_item(const DueNews& due, MessageLanguage language);

[[nodiscard]] Brief trigger_brief(const DueNews& due, Bundle::Kind kind, MessageLanguage language);

}  // namespace tipoff
