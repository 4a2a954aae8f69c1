// A brief as the HTML of a mail.
#pragma once

#include <string>

#include "alert/brief.h"

namespace tipoff {

/// A whole page that fits a narrow phone: no images, no scripts, nothing loaded from elsewhere. All
/// text is escaped, and every link is http, https, tel or mailto.
[[nodiscard]] std::string mail_html(const Brief& brief);

}  // namespace tipoff
