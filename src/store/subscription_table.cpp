// Reads and writes the agreements with hubs.
#include "store/subscription_table.h"

namespace tipoff {
namespace {

constexpr const char* all_columns =
    "SELECT id, feed, hub, topic, callback, token, secret, wanted, asked_at, awaiting, "
    "lease_until, "
    "next_step, failures, failure FROM subscription ";

Subscription subscription_from(SQLite::Statement& row) {
  Subscription subscription;
  subscription.id = row.getColumn(0).getInt64();
  subscription.feed = row.getColumn(1).getString();
  subscription.hub = row.getColumn(2).getString();
  subscription.topic = row.getColumn(3).getString();
  subscription.callback = row.getColumn(4).getString();
  subscription.token = row.getColumn(5).getString();
  subscription.secret = row.getColumn(6).getString();
  subscription.wanted = row.getColumn(7).getInt() != 0;
  subscription.asked_at = optional_time_of(row.getColumn(8));
  subscription.awaiting = row.getColumn(9).getInt() != 0;
  subscription.lease_until = optional_time_of(row.getColumn(10));
  subscription.next_step = time_of(row.getColumn(11));
  subscription.failures = row.getColumn(12).getInt();
  subscription.failure = row.getColumn(13).getString();
  return subscription;
}

/// What changes in the course of it, from `place` on.
void bind_course(SQLite::Statement& statement, int place, const Subscription& subscription) {
  statement.bind(place, subscription.wanted ? 1 : 0);
  bind_optional(statement, place + 1, subscription.asked_at);
  statement.bind(place + 2, subscription.awaiting ? 1 : 0);
  bind_optional(statement, place + 3, subscription.lease_until);
  statement.bind(place + 4, seconds_of(subscription.next_step));
  statement.bind(place + 5, subscription.failures);
  statement.bind(place + 6, subscription.failure);
}

std::optional<Subscription> first(std::vector<Subscription> found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace

SubscriptionTable::SubscriptionTable(Database& database)
    : connection_(database.connection()),
      by_feed_(connection_, std::string(all_columns) + "WHERE feed = ? ORDER BY id") {}

std::vector<Subscription> SubscriptionTable::read(SQLite::Statement& query) const {
  std::vector<Subscription> found;
  while (query.executeStep()) found.push_back(subscription_from(query));
  return found;
}

std::optional<Subscription> SubscriptionTable::find(std::int64_t id) const {
  SQLite::Statement query(connection_, std::string(all_columns) + "WHERE id = ?");
  query.bind(1, id);
  return first(read(query));
}

std::optional<Subscription> SubscriptionTable::find(const std::string& token) const {
  SQLite::Statement query(connection_, std::string(all_columns) + "WHERE token = ?");
  query.bind(1, token);
  return first(read(query));
}

std::vector<Subscription> SubscriptionTable::of_feed(const std::string& url) const {
  auto query = by_feed_.run();
  query->bind(1, url);
  return read(*query);
}

std::vector<Subscription> SubscriptionTable::all() const {
  SQLite::Statement query(connection_, std::string(all_columns) + "ORDER BY id");
  return read(query);
}

std::vector<Subscription> SubscriptionTable::due(Time now, std::size_t most) const {
  SQLite::Statement query(connection_, std::string(all_columns) +
                                           "WHERE next_step <= ? ORDER BY next_step, id LIMIT ?");
  query.bind(1, seconds_of(now));
  query.bind(2, static_cast<std::int64_t>(most));
  return read(query);
}

std::optional<Time> SubscriptionTable::next_step() const {
  SQLite::Statement query(connection_, "SELECT min(next_step) FROM subscription");
  query.executeStep();
  return optional_time_of(query.getColumn(0));
}

std::optional<Time> SubscriptionTable::next_step_after(Time time) const {
  SQLite::Statement query(connection_,
                          "SELECT min(next_step) FROM subscription WHERE next_step > ?");
  query.bind(1, seconds_of(time));
  query.executeStep();
  return optional_time_of(query.getColumn(0));
}

void SubscriptionTable::add(const Subscription& subscription) {
  SQLite::Statement insert(
      connection_,
      "INSERT INTO subscription (feed, hub, topic, callback, token, secret, wanted, asked_at, "
      "awaiting, lease_until, next_step, failures, failure)"
      "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, subscription.feed);
  insert.bind(2, subscription.hub);
  insert.bind(3, subscription.topic);
  insert.bind(4, subscription.callback);
  insert.bind(5, subscription.token);
  insert.bind(6, subscription.secret);
  bind_course(insert, 7, subscription);
  insert.exec();
}

void SubscriptionTable::save(const Subscription& subscription) {
  SQLite::Statement update(connection_,
                           "UPDATE subscription SET wanted = ?, asked_at = ?, awaiting = ?, "
                           "lease_until = ?, next_step = "
                           "?, failures = ?, failure = ? WHERE id = ?");
  bind_course(update, 1, subscription);
  update.bind(8, subscription.id);
  update.exec();
}

void SubscriptionTable::forget(std::int64_t id) {
  SQLite::Statement statement(connection_, "DELETE FROM subscription WHERE id = ?");
  statement.bind(1, id);
  statement.exec();
}

}  // namespace tipoff
