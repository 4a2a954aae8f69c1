// Signs on a page that it shows the beginning of an article only.
#pragma once

#include <string_view>

#include "parse/html_document.h"

namespace tipoff {

/// The publisher says so to machines: isAccessibleForFree in JSON-LD (schema.org), a locked
/// article:content_tier.
[[nodiscard]] bool declares_paywall(const xmlNode* root);

/// Words that stand where an article breaks off: "subscribe to continue reading", "登录后阅读全文".
[[nodiscard]] bool sounds_like_paywall(std::string_view text);

}  // namespace tipoff
