// Reads and writes the outbox.
#include "store/outbox_table.h"

#include <string_view>

namespace tipoff {
namespace {

constexpr const char* columns =
    "SELECT id, channel, recipient, cause, topic, message_id, subject, body, attempts, created_at, "
    "next_try, state,"
    "       last_answer FROM outbox ";

constexpr const char* withheld = "withheld: the event no longer counts";
constexpr const char* gone = "410: the receiver is gone, and this endpoint switched off";
constexpr const char* overtaken =
    "dropped: a later state of the event took its place (last answer: ";

std::string select(std::string_view rest) {
  std::string sql = columns;
  sql += rest;
  return sql;
}

OutboundMessage message_from(SQLite::Statement& row) {
  OutboundMessage message;
  message.id = row.getColumn(0).getInt64();
  message.channel = row.getColumn(1).getString();
  message.recipient = row.getColumn(2).getString();
  message.cause = row.getColumn(3).getString();
  message.topic = row.getColumn(4).getString();
  message.message_id = row.getColumn(5).getString();
  message.subject = row.getColumn(6).getString();
  message.body = row.getColumn(7).getString();
  message.attempts = row.getColumn(8).getInt();
  message.created_at = time_of(row.getColumn(9));
  message.next_try = time_of(row.getColumn(10));
  message.state = row.getColumn(11).getString();
  message.last_answer = row.getColumn(12).getString();
  return message;
}

std::vector<OutboundMessage> all_of(SQLite::Statement& query) {
  std::vector<OutboundMessage> messages;
  while (query.executeStep()) messages.push_back(message_from(query));
  return messages;
}

std::vector<OwedMessage> owed_of(SQLite::Statement& query) {
  std::vector<OwedMessage> messages;
  while (query.executeStep()) {
    OwedMessage& message = messages.emplace_back();
    message.id = query.getColumn(0).getInt64();
    message.channel = query.getColumn(1).getString();
    message.recipient = query.getColumn(2).getString();
    message.topic = query.getColumn(3).getString();
    message.since = time_of(query.getColumn(4));
    message.next_try = time_of(query.getColumn(5));
  }
  return messages;
}

void bind_all(SQLite::Statement& insert, const OutboundMessage& message) {
  insert.bind(1, message.channel);
  insert.bind(2, message.recipient);
  insert.bind(3, message.cause);
  insert.bind(4, message.topic);
  insert.bind(5, message.message_id);
  insert.bind(6, message.subject);
  insert.bind(7, message.body);
  insert.bind(8, message.attempts);
  insert.bind(9, seconds_of(message.created_at));
  insert.bind(10, seconds_of(message.next_try));
  insert.bind(11, message.state);
  insert.bind(12, message.last_answer);
}

/// Those of every seller.
std::string topics_of(std::int64_t story) {
  return "story:" + std::to_string(story) + ":*";
}

}  // namespace

OutboxTable::OutboxTable(Database& database)
    : connection_(database.connection()),
      row_of_(connection_,
              "SELECT id FROM outbox WHERE channel = ? AND recipient = ? AND cause = ?"),
      find_(connection_, select("WHERE id = ?")),
      owed_(connection_,
            "SELECT id, channel, recipient, topic, coalesce(tried_at, created_at), next_try FROM "
            "outbox"
            "  INDEXED BY outbox_next WHERE state = 'owed' ORDER BY id"),
      owed_after_(connection_,
                  "SELECT id, channel, recipient, topic, coalesce(tried_at, created_at), next_try "
                  "FROM outbox"
                  "  WHERE id > ? AND state = 'owed' ORDER BY id"),
      is_off_(connection_, "SELECT 1 FROM endpoint_off WHERE channel = ? AND recipient = ?"),
      drop_untried_(connection_,
                    "DELETE FROM outbox WHERE channel = ? AND recipient = ? AND topic = ?"
                    "  AND state = 'owed' AND attempts = 0"),
      bury_tried_(connection_,
                  "UPDATE outbox SET state = 'dead', last_answer = ?4 || last_answer || ')'"
                  "  WHERE channel = ?1 AND recipient = ?2 AND topic = ?3 AND state = 'owed'"),
      insert_(connection_,
              "INSERT INTO outbox (channel, recipient, cause, topic, message_id, subject, body,"
              "  attempts, created_at, next_try, state, last_answer)"
              "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      record_(connection_,
              "UPDATE outbox SET state = ?1, attempts = ?2, next_try = ?3, last_answer = ?4,"
              "  tried_at = coalesce(?6, tried_at) WHERE id = ?5 AND NOT (?1 = 'owed' AND state = "
              "'dead')") {}

bool OutboxTable::owe(const OutboundMessage& message) {
  if (row_of(message.channel, message.recipient, message.cause) != 0) return false;
  if (!message.topic.empty()) {
    take_back(message.channel, message.recipient, message.topic);
    auto bury = bury_tried_.run();
    bury->bind(1, message.channel);
    bury->bind(2, message.recipient);
    bury->bind(3, message.topic);
    bury->bind(4, overtaken);
    bury->exec();
  }
  auto owed = message;
  if (is_off(message.channel, message.recipient)) {
    owed.state = "dead";
    owed.last_answer = gone;
  }
  auto insert = insert_.run();
  bind_all(*insert, owed);
  insert->exec();
  return true;
}

std::int64_t OutboxTable::row_of(const std::string& channel, const std::string& recipient,
                                 const std::string& cause) const {
  auto query = row_of_.run();
  query->bind(1, channel);
  query->bind(2, recipient);
  query->bind(3, cause);
  return query->executeStep() ? query->getColumn(0).getInt64() : 0;
}

std::optional<OutboundMessage> OutboxTable::find(std::int64_t id) const {
  auto query = find_.run();
  query->bind(1, id);
  if (!query->executeStep()) return std::nullopt;
  return message_from(*query);
}

std::vector<OutboundMessage> OutboxTable::all() const {
  SQLite::Statement query(connection_, select("ORDER BY id"));
  return all_of(query);
}

std::vector<OwedMessage> OutboxTable::owed() const {
  auto query = owed_.run();
  return owed_of(*query);
}

std::vector<OwedMessage> OutboxTable::owed_after(std::int64_t id) const {
  auto query = owed_after_.run();
  query->bind(1, id);
  return owed_of(*query);
}

std::int64_t OutboxTable::last_id() const {
  return connection_.execAndGet("SELECT coalesce(max(id), 0) FROM outbox").getInt64();
}

std::vector<Time> OutboxTable::made_since(const std::string& channel, const std::string& recipient,
                                          Time since) const {
  SQLite::Statement query(connection_,
                          "SELECT created_at FROM outbox WHERE channel = ? AND recipient = ?"
                          "  AND created_at > ? ORDER BY created_at");
  query.bind(1, channel);
  query.bind(2, recipient);
  query.bind(3, seconds_of(since));
  std::vector<Time> made;
  while (query.executeStep()) made.push_back(time_of(query.getColumn(0)));
  return made;
}

bool OutboxTable::take_back(const std::string& channel, const std::string& recipient,
                            const std::string& topic) {
  if (topic.empty()) return false;
  auto drop = drop_untried_.run();
  drop->bind(1, channel);
  drop->bind(2, recipient);
  drop->bind(3, topic);
  return drop->exec() > 0;
}

void OutboxTable::record(const OutboundMessage& message, std::optional<Time> at) {
  auto update = record_.run();
  update->bind(1, message.state);
  update->bind(2, message.attempts);
  update->bind(3, seconds_of(message.next_try));
  update->bind(4, message.last_answer);
  update->bind(5, message.id);
  bind_optional(*update, 6, at);
  update->exec();
}

int OutboxTable::withhold(std::int64_t story) {
  SQLite::Statement bury(connection_,
                         "UPDATE outbox SET state = 'dead', last_answer = ?"
                         "  WHERE state = 'owed' AND topic GLOB ?");
  bury.bind(1, withheld);
  bury.bind(2, topics_of(story));
  return bury.exec();
}

int OutboxTable::owe_again(std::int64_t story, Time now) {
  SQLite::Statement raise(connection_,
                          "UPDATE outbox SET state = 'owed', last_answer = '', next_try = ?"
                          "  WHERE state = 'dead' AND last_answer = ? AND topic GLOB ?");
  raise.bind(1, seconds_of(now));
  raise.bind(2, withheld);
  raise.bind(3, topics_of(story));
  return raise.exec();
}

void OutboxTable::switch_off(const std::string& channel, const std::string& recipient, Time now) {
  SQLite::Statement off(
      connection_,
      "INSERT OR IGNORE INTO endpoint_off (channel, recipient, since) VALUES (?, ?, ?)");
  off.bind(1, channel);
  off.bind(2, recipient);
  off.bind(3, seconds_of(now));
  off.exec();
  SQLite::Statement bury(connection_,
                         "UPDATE outbox SET state = 'dead', last_answer = ?"
                         "  WHERE channel = ? AND recipient = ? AND state = 'owed'");
  bury.bind(1, gone);
  bury.bind(2, channel);
  bury.bind(3, recipient);
  bury.exec();
}

void OutboxTable::switch_on(const std::string& channel, const std::string& recipient) {
  SQLite::Statement on(connection_, "DELETE FROM endpoint_off WHERE channel = ? AND recipient = ?");
  on.bind(1, channel);
  on.bind(2, recipient);
  on.exec();
}

bool OutboxTable::is_off(const std::string& channel, const std::string& recipient) const {
  auto query = is_off_.run();
  query->bind(1, channel);
  query->bind(2, recipient);
  return query->executeStep();
}

void OutboxTable::hold(const EndpointHold& hold) {
  SQLite::Statement keep(connection_,
                         "INSERT INTO endpoint_hold (channel, host, since, until)"
                         "  VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
                         "  SET since = excluded.since, until = excluded.until"
                         "  WHERE excluded.until > until OR excluded.since < since");
  keep.bind(1, hold.channel);
  keep.bind(2, hold.host);
  keep.bind(3, seconds_of(hold.since));
  keep.bind(4, seconds_of(hold.until));
  keep.exec();
}

std::vector<EndpointHold> OutboxTable::holds(Time now) const {
  SQLite::Statement query(connection_,
                          "SELECT channel, host, since, until FROM endpoint_hold WHERE until > ?"
                          "  ORDER BY channel, host");
  query.bind(1, seconds_of(now));
  std::vector<EndpointHold> holds;
  while (query.executeStep()) {
    holds.push_back({.channel = query.getColumn(0).getString(),
                     .host = query.getColumn(1).getString(),
                     .since = time_of(query.getColumn(2)),
                     .until = time_of(query.getColumn(3))});
  }
  return holds;
}

}  // namespace tipoff
