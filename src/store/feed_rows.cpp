// Looks the row of a feed's URL up, and adds it.
#include "store/feed_rows.h"

namespace tipoff {

FeedRows::FeedRows(SQLite::Database& connection)
    : find_(connection, "SELECT id FROM feed WHERE url = ?"),
      add_(connection, "INSERT INTO feed (url) VALUES (?) RETURNING id") {}

std::optional<std::int64_t> FeedRows::find(const std::string& url) {
  auto query = find_.run();
  query->bindNoCopy(1, url);
  if (!query->executeStep()) return std::nullopt;
  return query->getColumn(0).getInt64();
}

std::int64_t FeedRows::find_or_add(const std::string& url) {
  if (const auto row = find(url)) return *row;
  auto insert = add_.run();
  insert->bindNoCopy(1, url);
  insert->executeStep();
  return insert->getColumn(0).getInt64();
}

}  // namespace tipoff
