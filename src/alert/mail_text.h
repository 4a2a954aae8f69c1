// A brief as the plain text of a mail.
#pragma once

#include <string>

#include "alert/brief.h"

namespace tipoff {

/// Lines end in \n; no text of the brief begins a line of its own. A link that no line shows stands
/// below its item.
[[nodiscard]] std::string mail_text(const Brief& brief);

}  // namespace tipoff
