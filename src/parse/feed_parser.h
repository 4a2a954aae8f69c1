// Bytes to a FeedDocument: RSS, RDF, Atom, JSON Feed, read as far as they are sound.
#pragma once

#include <string>
#include <string_view>

#include "parse/article.h"
#include "result.h"

namespace tipoff {

/// What is known of the bytes beside themselves.
struct FeedSource {
  std::string base_url;      // where they came from: relative links start there
  std::string content_type;  // the HTTP header's value, with its charset; may be empty
};

/// Charset by byte-order mark, HTTP, declaration, guess. The error is one sentence on why this is
/// no feed. Never throws on any bytes; time and memory are linear in them.
[[nodiscard]] Result<FeedDocument> parse_feed(std::string_view bytes, const FeedSource& source);

}  // namespace tipoff
