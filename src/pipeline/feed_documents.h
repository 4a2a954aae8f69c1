// `tipoff feed parse`: feed files to JSON lines.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "parse/feed_parser.h"
#include "text/json.h"

namespace tipoff {

/// One line of the output, without the file's name. Fields as in docs/contract.md, "feed parse".
[[nodiscard]] Json feed_document_json(const FeedDocument& document);

/// Writes one JSON object a file, in order ("-" is standard input). False if any of them was no
/// feed or could not be read.
bool print_feed_documents(const std::vector<std::string>& files, const FeedSource& source,
                          std::ostream& out);

}  // namespace tipoff
