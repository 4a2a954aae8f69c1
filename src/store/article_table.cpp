// Reads and writes the articles.
#include "store/article_table.h"

#include <algorithm>
#include "text/utf8.h"

namespace tipoff {

std::string kept_summary(std::string_view text) {
  constexpr std::size_t most = 2000;
  std::size_t length = std::min(text.size(), most);
  while (length < text.size() && length > 0 && continues_character(text[length])) --length;
  return std::string(text.substr(0, length));
}

ArticleTable::ArticleTable(Database& database)
    : connection_(database.connection()),
      rows_(connection_),
      find_(connection_, "SELECT id, content FROM article WHERE feed = ? AND identity = ?"),
      add_(connection_,
           "INSERT INTO article (feed, identity, content, title, summary, link, published, seen_at)"
           "  VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
           "  ON CONFLICT (feed, identity) DO UPDATE SET feed = feed RETURNING id") {}

std::map<std::uint64_t, ArticleTable::Known> ArticleTable::known(
    const std::string& feed, const std::vector<ArticleKey>& keys) const {
  std::map<std::uint64_t, Known> found;
  const auto row = rows_.find(feed);
  if (!row) return found;
  for (const auto& key : keys) {
    auto query = find_.run();
    query->bind(1, *row);
    query->bind(2, bits_of(key.identity));
    if (!query->executeStep()) continue;
    found.emplace(key.identity,
                  Known{query->getColumn(0).getInt64(), hash_of(query->getColumn(1))});
  }
  return found;
}

std::int64_t ArticleTable::add(const StoredArticle& article) {
  const auto row = rows_.find_or_add(article.feed);
  auto insert = add_.run();
  insert->bind(1, row);
  insert->bind(2, bits_of(article.key.identity));
  insert->bind(3, bits_of(article.key.content));
  insert->bindNoCopy(4, article.title);
  insert->bindNoCopy(5, article.summary);
  insert->bindNoCopy(6, article.link);
  bind_optional(*insert, 7, article.published);
  insert->bind(8, seconds_of(article.seen_at));
  insert->executeStep();
  return insert->getColumn(0).getInt64();
}

void ArticleTable::edited(const StoredArticle& article) {
  SQLite::Statement update(
      connection_,
      "UPDATE article SET content = ?, title = ?, summary = ?, link = ?, published = ?"
      "  WHERE id = ?");
  update.bind(1, bits_of(article.key.content));
  update.bind(2, article.title);
  update.bind(3, article.summary);
  update.bind(4, article.link);
  bind_optional(update, 5, article.published);
  update.bind(6, article.id);
  update.exec();
}

std::int64_t ArticleTable::count() const {
  return connection_.execAndGet("SELECT count(*) FROM article").getInt64();
}

std::vector<StoredArticle> ArticleTable::after(std::int64_t id, std::size_t most) const {
  SQLite::Statement query(
      connection_,
      "SELECT article.id, url, identity, content, title, summary, link, published, seen_at"
      "  FROM article JOIN feed ON feed.id = feed WHERE article.id > ? ORDER BY article.id LIMIT "
      "?");
  query.bind(1, id);
  query.bind(2, static_cast<std::int64_t>(most));
  std::vector<StoredArticle> articles;
  while (query.executeStep()) {
    articles.push_back(
        {.id = query.getColumn(0).getInt64(),
         .feed = query.getColumn(1).getString(),
         .key = {.identity = hash_of(query.getColumn(2)), .content = hash_of(query.getColumn(3))},
         .title = query.getColumn(4).getString(),
         .summary = query.getColumn(5).getString(),
         .link = query.getColumn(6).getString(),
         .published = optional_time_of(query.getColumn(7)),
         .seen_at = time_of(query.getColumn(8))});
  }
  return articles;
}

}  // namespace tipoff
