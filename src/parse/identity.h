// Which article is the same article, at the next fetch of the same feed.
#pragma once

#include <cstdint>
#include <vector>

#include "parse/article.h"

namespace tipoff {

/// `identity` stays while the feed means the same article; `content` changes when its text was
/// edited. 64-bit hashes: stable across versions and machines, for they are stored.
struct ArticleKey {
  std::uint64_t identity = 0;
  std::uint64_t content = 0;
};

/// One key an entry, in order. An id serves as identity unless it repeats within the document (SEC
/// EDGAR: then id + link + title) or is known to change at each fetch (Google News: then the title
/// without " - Publisher", and the source). Without an id, the same of the link.
[[nodiscard]] std::vector<ArticleKey> article_keys(const FeedDocument& document);

/// The keys that entries had in an earlier document of the feed, if there their id repeated and
/// here it does not, or the other way round. An entry is that article if its content is the same.
[[nodiscard]] std::vector<ArticleKey> earlier_keys(const FeedDocument& document);

}  // namespace tipoff
