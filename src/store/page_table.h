// PageTable: articles whose page is to be read, and what became of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/article_table.h"
#include "store/database.h"

namespace tipoff {

// These numbers stand on people's disks.
enum class PageState { wanted = 0, read = 1, headline_only = 2, refused = 3, failed = 4 };

struct WantedPage {
  StoredArticle article;
  int tries = 0;
};

class PageTable {
 public:
  explicit PageTable(Database& database) : connection_(database.connection()) {}

  void want(std::int64_t article, Time now);  // one that is known stays
  [[nodiscard]] std::vector<WantedPage> due(Time now, std::size_t most) const;  // longest due first
  [[nodiscard]] std::optional<Time> next_due() const;

  /// The last word. `reason`: a sentence where the page was not read.
  void done(std::int64_t article, PageState state, const std::string& reason);
  void later(std::int64_t article, Time next_try, const std::string& reason);  // counts a try

  /// "headline only: .." for the events whose article stands behind a paywall; by story.
  [[nodiscard]] std::string note_of_story(std::int64_t story) const;
  [[nodiscard]] std::optional<PageState> state_of(std::int64_t article) const;

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
