// Addresses of feeds as people type them, and when two of them are the same.
#pragma once

#include <string>
#include <string_view>

#include "result.h"

namespace tipoff {

/// "feed:https://a.example/rss" and "feed://a.example/rss" without the feed; "a.example/rss" with
/// https:// before it; a path of a file that exists, as file:///. The error says why it is no
/// address of a feed.
[[nodiscard]] Result<std::string> typed_feed_url(std::string_view typed);

/// Equal for addresses that mean the same: scheme and host in any case, the scheme's own port, a
/// fragment, a missing path.
[[nodiscard]] std::string feed_url_key(std::string_view url);

}  // namespace tipoff
