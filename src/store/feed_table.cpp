// Reads and writes what is remembered of feeds and hosts.
#include "store/feed_table.h"

namespace tipoff {
namespace {

constexpr const char* all_columns =
    "SELECT url, etag, last_modified, validators_since, next_due, last_attempt, last_success, "
    "failures, failure,"
    "       had_baseline, parked, moved_to, moved_seen, floor, skip_hours, skip_days, gap, newest "
    "FROM feed JOIN feed_state ON feed = id ";

FeedState state_from(SQLite::Statement& row) {
  FeedState state;
  state.etag = row.getColumn(1).getString();
  state.last_modified = row.getColumn(2).getString();
  state.validators_since = time_of(row.getColumn(3));
  state.next_due = time_of(row.getColumn(4));
  state.last_attempt = optional_time_of(row.getColumn(5));
  state.last_success = optional_time_of(row.getColumn(6));
  state.failures_in_a_row = row.getColumn(7).getInt();
  state.failure = row.getColumn(8).getString();
  state.had_baseline = row.getColumn(9).getInt() != 0;
  state.parked = row.getColumn(10).getInt() != 0;
  state.moved_to = row.getColumn(11).getString();
  state.moved_seen = row.getColumn(12).getInt();
  state.hints.floor = std::chrono::seconds{row.getColumn(13).getInt64()};
  state.hints.skip_hours = static_cast<std::uint32_t>(row.getColumn(14).getInt64());
  state.hints.skip_days = static_cast<std::uint8_t>(row.getColumn(15).getInt());
  state.rhythm.gap = std::chrono::seconds{row.getColumn(16).getInt64()};
  state.rhythm.newest = time_of(row.getColumn(17));
  return state;
}

}  // namespace

FeedTable::FeedTable(Database& database)
    : connection_(database.connection()),
      rows_(connection_),
      find_(connection_, std::string(all_columns) + "WHERE url = ?"),
      save_(connection_,
            "INSERT OR REPLACE INTO feed_state (feed, etag, last_modified, validators_since, "
            "next_due, last_attempt,"
            "  last_success, failures, failure, had_baseline, parked, moved_to, moved_seen,"
            "  floor, skip_hours, skip_days, gap, newest)"
            "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      save_pace_(connection_,
                 "INSERT OR REPLACE INTO host_pace (host, spent_until) VALUES (?, ?)") {}

FeedState FeedTable::find(const std::string& url) const {
  auto query = find_.run();
  query->bindNoCopy(1, url);
  if (!query->executeStep()) return {};
  return state_from(*query);
}

std::map<std::string, FeedState> FeedTable::all() const {
  SQLite::Statement query(connection_, all_columns);
  std::map<std::string, FeedState> states;
  while (query.executeStep()) states.emplace(query.getColumn(0).getString(), state_from(query));
  return states;
}

void FeedTable::save(const std::string& url, const FeedState& state) {
  const auto row = rows_.find_or_add(url);
  auto upsert = save_.run();
  upsert->bind(1, row);
  upsert->bindNoCopy(2, state.etag);
  upsert->bindNoCopy(3, state.last_modified);
  upsert->bind(4, seconds_of(state.validators_since));
  upsert->bind(5, seconds_of(state.next_due));
  bind_optional(*upsert, 6, state.last_attempt);
  bind_optional(*upsert, 7, state.last_success);
  upsert->bind(8, state.failures_in_a_row);
  upsert->bindNoCopy(9, state.failure);
  upsert->bind(10, state.had_baseline ? 1 : 0);
  upsert->bind(11, state.parked ? 1 : 0);
  upsert->bindNoCopy(12, state.moved_to);
  upsert->bind(13, state.moved_seen);
  upsert->bind(14, static_cast<std::int64_t>(state.hints.floor.count()));
  upsert->bind(15, static_cast<std::int64_t>(state.hints.skip_hours));
  upsert->bind(16, static_cast<int>(state.hints.skip_days));
  upsert->bind(17, static_cast<std::int64_t>(state.rhythm.gap.count()));
  upsert->bind(18, seconds_of(state.rhythm.newest));
  upsert->exec();
}

std::map<std::string, Time> FeedTable::held_hosts(Time now) const {
  SQLite::Statement query(connection_, "SELECT host, until FROM held_host WHERE until > ?");
  query.bind(1, seconds_of(now));
  std::map<std::string, Time> hosts;
  while (query.executeStep()) {
    hosts.emplace(query.getColumn(0).getString(), time_of(query.getColumn(1)));
  }
  return hosts;
}

void FeedTable::hold_host(const std::string& host, Time until) {
  SQLite::Statement upsert(connection_,
                           "INSERT INTO held_host (host, until) VALUES (?, ?)"
                           "  ON CONFLICT (host) DO UPDATE SET until = max(until, excluded.until)");
  upsert.bind(1, host);
  upsert.bind(2, seconds_of(until));
  upsert.exec();
}

std::map<std::string, PreciseTime> FeedTable::paces() const {
  SQLite::Statement query(connection_, "SELECT host, spent_until FROM host_pace");
  std::map<std::string, PreciseTime> hosts;
  while (query.executeStep())
    hosts.emplace(query.getColumn(0).getString(),
                  PreciseTime{std::chrono::milliseconds{query.getColumn(1).getInt64()}});
  return hosts;
}

void FeedTable::save_pace(const std::string& host, PreciseTime spent_until) {
  auto upsert = save_pace_.run();
  upsert->bindNoCopy(1, host);
  upsert->bind(2, static_cast<std::int64_t>(spent_until.time_since_epoch().count()));
  upsert->exec();
}

}  // namespace tipoff
