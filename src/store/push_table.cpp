// Reads and writes what hubs have sent.
#include "store/push_table.h"

#include "store/prepared.h"

namespace tipoff {

bool PushTable::add(const StoredPush& push, const PushBounds& bounds) {
  SQLite::Statement held(connection_, "SELECT count(*), coalesce(sum(length(body)), 0) FROM push");
  held.executeStep();
  const auto documents = static_cast<std::size_t>(held.getColumn(0).getInt64());
  const auto bytes = static_cast<std::size_t>(held.getColumn(1).getInt64());
  if (documents >= bounds.documents || bytes + push.body.size() > bounds.bytes) return false;
  SQLite::Statement insert(connection_,
                           "INSERT INTO push (feed, topic, content_type, received_at, body)"
                           "  VALUES (?, ?, ?, ?, ?)");
  insert.bind(1, push.feed);
  insert.bind(2, push.topic);
  insert.bind(3, push.content_type);
  insert.bind(4, seconds_of(push.received_at));
  insert.bind(5, push.body.data(), static_cast<int>(push.body.size()));
  insert.exec();
  return true;
}

std::vector<StoredPush> PushTable::oldest(const PushBounds& most) const {
  SQLite::Statement query(connection_,
                          "SELECT id, feed, topic, content_type, received_at, body, length(body)"
                          "  FROM push ORDER BY id");
  std::vector<StoredPush> pushes;
  std::size_t bytes = 0;
  while (pushes.size() < most.documents && query.executeStep()) {
    bytes += static_cast<std::size_t>(query.getColumn(6).getInt64());
    if (!pushes.empty() && bytes > most.bytes) break;
    pushes.push_back({.id = query.getColumn(0).getInt64(),
                      .feed = query.getColumn(1).getString(),
                      .topic = query.getColumn(2).getString(),
                      .content_type = query.getColumn(3).getString(),
                      .body = query.getColumn(5).getString(),
                      .received_at = time_of(query.getColumn(4))});
  }
  return pushes;
}

void PushTable::remove(std::int64_t id) {
  SQLite::Statement statement(connection_, "DELETE FROM push WHERE id = ?");
  statement.bind(1, id);
  statement.exec();
}

std::size_t PushTable::count() const {
  SQLite::Statement query(connection_, "SELECT count(*) FROM push");
  query.executeStep();
  return static_cast<std::size_t>(query.getColumn(0).getInt64());
}

}  // namespace tipoff
