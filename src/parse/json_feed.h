// JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1) to a RawFeed.
#pragma once

#include <string>
#include <string_view>

#include "parse/raw_feed.h"
#include "result.h"

namespace tipoff {

/// `text` is valid UTF-8. The error says why this is no feed.
[[nodiscard]] Result<RawFeed> read_json_feed(std::string_view text, const std::string& base_url);

}  // namespace tipoff
