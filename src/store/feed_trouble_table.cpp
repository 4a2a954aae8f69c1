// A row for each source in trouble.
#include "store/feed_trouble_table.h"

namespace tipoff {

FeedTroubleTable::FeedTroubleTable(Database& database)
    : connection_(database.connection()),
      find_(connection_, "SELECT since, told_at FROM feed_trouble WHERE source = ?"),
      begin_(connection_, "INSERT OR IGNORE INTO feed_trouble (source, since) VALUES (?, ?)") {}

std::optional<FeedTrouble> FeedTroubleTable::find(const std::string& source) const {
  auto query = find_.run();
  query->bindNoCopy(1, source);
  if (!query->executeStep()) return std::nullopt;
  return FeedTrouble{.since = time_of(query->getColumn(0)),
                     .told_at = optional_time_of(query->getColumn(1))};
}

void FeedTroubleTable::begin(const std::string& source, Time since) {
  auto insert = begin_.run();
  insert->bindNoCopy(1, source);
  insert->bind(2, seconds_of(since));
  insert->exec();
}

void FeedTroubleTable::told(const std::string& source, Time at) {
  SQLite::Statement update(connection_, "UPDATE feed_trouble SET told_at = ? WHERE source = ?");
  update.bind(1, seconds_of(at));
  update.bind(2, source);
  update.exec();
}

void FeedTroubleTable::end(const std::string& source) {
  SQLite::Statement remove(connection_, "DELETE FROM feed_trouble WHERE source = ?");
  remove.bind(1, source);
  remove.exec();
}

bool FeedTroubleTable::any_told_since(Time moment) const {
  SQLite::Statement query(connection_, "SELECT 1 FROM feed_trouble WHERE told_at >= ? LIMIT 1");
  query.bind(1, seconds_of(moment));
  return query.executeStep();
}

std::optional<Time> FeedTroubleTable::latest_success() const {
  SQLite::Statement query(connection_, "SELECT max(last_success) FROM feed_state");
  query.executeStep();
  return optional_time_of(query.getColumn(0));
}

}  // namespace tipoff
