// RSS, RDF, Atom and CDF to a RawFeed: one vocabulary table, for feeds mix them.
#pragma once

#include <string>
#include <string_view>

#include "parse/raw_feed.h"
#include "result.h"

namespace tipoff {

/// `text` is valid UTF-8; `base_url` is where relative links start that no xml:base covers. An
/// entry that the end of the document cuts off is left out: never half an article. The error says
/// why this is no feed.
[[nodiscard]] Result<RawFeed> read_xml_feed(std::string_view text, const std::string& base_url);

}  // namespace tipoff
