// Counts are kept by day, so that reading them costs the same however many articles are stored.
#include "store/feed_tally.h"

namespace tipoff {
namespace {

std::int64_t day_of(Time time) {
  return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

}  // namespace

FeedTallyTable::FeedTallyTable(Database& database)
    : connection_(database.connection()),
      rows_(connection_),
      add_(connection_,
           "INSERT INTO feed_day (feed, day, articles) VALUES (?, ?, ?)"
           "  ON CONFLICT (feed, day) DO UPDATE SET articles = articles + excluded.articles") {}

void FeedTallyTable::add(const std::string& feed, Time now, int articles) {
  const auto row = rows_.find_or_add(feed);
  auto upsert = add_.run();
  upsert->bind(1, row);
  upsert->bind(2, day_of(now));
  upsert->bind(3, articles);
  upsert->exec();
}

std::map<std::string, FeedTally> FeedTallyTable::all(Time now) const {
  std::map<std::string, FeedTally> tallies;
  SQLite::Statement days(connection_,
                         "SELECT url, sum(CASE WHEN day > ? THEN articles ELSE 0 END), min(day)"
                         "  FROM feed_day JOIN feed ON id = feed GROUP BY feed");
  days.bind(1, day_of(now - tally_span));
  while (days.executeStep()) {
    FeedTally& tally = tallies[days.getColumn(0).getString()];
    tally.articles = days.getColumn(1).getInt();
    tally.first_day = Time(std::chrono::days{days.getColumn(2).getInt64()});
  }
  SQLite::Statement triggers(
      connection_,
      "SELECT feed.url, count(DISTINCT report.story) FROM report"
      "  JOIN story ON story.id = report.story JOIN feed ON feed.id = report.feed"
      "  WHERE report.seen_at > ?1 AND coalesce(report.published, report.seen_at) > ?1"
      "    AND story.standing <> 2 GROUP BY report.feed");  // 2: judged wrong
  triggers.bind(1, seconds_of(now - tally_span));
  while (triggers.executeStep())
    tallies[triggers.getColumn(0).getString()].triggers = triggers.getColumn(1).getInt();
  return tallies;
}

}  // namespace tipoff
