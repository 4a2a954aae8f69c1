// A row for each article that a page was wanted of.
#include "store/page_table.h"

#include "store/prepared.h"

namespace tipoff {

void PageTable::want(std::int64_t article, Time now) {
  SQLite::Statement insert(connection_,
                           "INSERT OR IGNORE INTO page (article, state, tries, next_try, reason)"
                           "  VALUES (?, 0, 0, ?, '')");
  insert.bind(1, article);
  insert.bind(2, seconds_of(now));
  insert.exec();
}

std::vector<WantedPage> PageTable::due(Time now, std::size_t most) const {
  SQLite::Statement query(
      connection_,
      "SELECT article.id, url, identity, content, title, summary, link,"
      "       published, seen_at, tries"
      "  FROM page JOIN article ON article.id = page.article"
      "  JOIN feed ON feed.id = article.feed"
      "  WHERE state = 0 AND next_try <= ? ORDER BY next_try, article.id LIMIT ?");
  query.bind(1, seconds_of(now));
  query.bind(2, static_cast<std::int64_t>(most));
  std::vector<WantedPage> pages;
  while (query.executeStep()) {
    WantedPage page;
    page.article = {
        .id = query.getColumn(0).getInt64(),
        .feed = query.getColumn(1).getString(),
        .key = {.identity = hash_of(query.getColumn(2)), .content = hash_of(query.getColumn(3))},
        .title = query.getColumn(4).getString(),
        .summary = query.getColumn(5).getString(),
        .link = query.getColumn(6).getString(),
        .published = optional_time_of(query.getColumn(7)),
        .seen_at = time_of(query.getColumn(8))};
    page.tries = query.getColumn(9).getInt();
    pages.push_back(std::move(page));
  }
  return pages;
}

std::optional<Time> PageTable::next_due() const {
  SQLite::Statement query(connection_, "SELECT min(next_try) FROM page WHERE state = 0");
  query.executeStep();
  return optional_time_of(query.getColumn(0));
}

void PageTable::done(std::int64_t article, PageState state, const std::string& reason) {
  SQLite::Statement update(connection_,
                           "UPDATE page SET state = ?, tries = tries + 1, reason = ?"
                           "  WHERE article = ?");
  update.bind(1, static_cast<int>(state));
  update.bind(2, reason);
  update.bind(3, article);
  update.exec();
}

void PageTable::later(std::int64_t article, Time next_try, const std::string& reason) {
  SQLite::Statement update(connection_,
                           "UPDATE page SET tries = tries + 1, next_try = ?, reason = ?"
                           "  WHERE article = ?");
  update.bind(1, seconds_of(next_try));
  update.bind(2, reason);
  update.bind(3, article);
  update.exec();
}

std::string PageTable::note_of_story(std::int64_t story) const {
  SQLite::Statement query(connection_,
                          "SELECT reason FROM report JOIN page ON page.article = report.article"
                          "  WHERE report.story = ? AND state = 2 LIMIT 1");
  query.bind(1, story);
  return query.executeStep() ? "headline only: " + query.getColumn(0).getString() : std::string();
}

std::optional<PageState> PageTable::state_of(std::int64_t article) const {
  SQLite::Statement query(connection_, "SELECT state FROM page WHERE article = ?");
  query.bind(1, article);
  if (!query.executeStep()) return std::nullopt;
  return static_cast<PageState>(query.getColumn(0).getInt());
}

}  // namespace tipoff
