// The feeds that a web page names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/feed_parser.h"

namespace tipoff {

struct FeedLink {
  std::string url;  // absolute, http or https
  std::string title;

  bool operator==(const FeedLink&) const = default;
};

/// RSS, Atom, RDF and JSON feeds that the page names with <link rel="alternate">, in its order but
/// those of comments last; where it names none, the links whose addresses look like a feed's. Each
/// address once, at most 50.
[[nodiscard]] std::vector<FeedLink> find_feed_links(std::string_view page,
                                                    const FeedSource& source);

}  // namespace tipoff
