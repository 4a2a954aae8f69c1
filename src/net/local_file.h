// Answers a request for file:///... as a server would.
#pragma once

#include "net/transport.h"
#include "net/url_parts.h"

namespace tipoff {

/// 200 with the file and its validators, 304 where If-None-Match or If-Modified-Since say that it
/// is known, or 0 with the reason. Only plain files are read.
[[nodiscard]] Response read_local_file(const Request& request, const UrlParts& parts);

}  // namespace tipoff
