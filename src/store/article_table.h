// ArticleTable: what was read, so that it is nothing new the next time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/identity.h"
#include "store/database.h"
#include "store/feed_rows.h"

namespace tipoff {

/// Headline, summary (cut) and link; not whole pages.
struct StoredArticle {
  std::int64_t id = 0;
  std::string feed;  // URL
  ArticleKey key;
  std::string title;
  std::string summary;
  std::string link;
  std::optional<Time> published;
  Time seen_at{};
};

/// What is kept of an article's text: 2,000 bytes, cut between two characters; enough for evidence
/// and a second look.
[[nodiscard]] std::string kept_summary(std::string_view text);

class ArticleTable {
 public:
  explicit ArticleTable(Database& database);

  struct Known {
    std::int64_t id = 0;
    std::uint64_t content = 0;
  };
  /// Of these identities of one feed, the ones stored already.
  [[nodiscard]] std::map<std::uint64_t, Known> known(const std::string& feed,
                                                     const std::vector<ArticleKey>& keys) const;

  /// Gives the article its id. One whose identity the feed has already keeps its first text, and
  /// that id comes back.
  [[nodiscard]] std::int64_t add(const StoredArticle& article);
  void edited(const StoredArticle& article);  // by id: new content
  [[nodiscard]] std::int64_t count() const;

  /// The next ones by id, at most so many: for reading all of them again, page by page.
  [[nodiscard]] std::vector<StoredArticle> after(std::int64_t id, std::size_t most) const;

 private:
  SQLite::Database& connection_;
  mutable FeedRows rows_;
  mutable Prepared find_;
  Prepared add_;
};

}  // namespace tipoff
