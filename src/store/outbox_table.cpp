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

bool is_known(SQLite::Database& connection, const OutboundMessage& message) {
  SQLite::Statement query(connection,
                          "SELECT 1 FROM outbox WHERE channel = ? AND recipient = ? AND cause = ?");
  query.bind(1, message.channel);
  query.bind(2, message.recipient);
  query.bind(3, message.cause);
  return query.executeStep();
}

bool drop_untried(SQLite::Database& connection, const std::string& channel,
                  const std::string& recipient, const std::string& topic) {
  if (topic.empty()) return false;
  SQLite::Statement drop(connection,
                         "DELETE FROM outbox WHERE channel = ? AND recipient = ? AND topic = ?"
                         "  AND state = 'owed' AND attempts = 0");
  drop.bind(1, channel);
  drop.bind(2, recipient);
  drop.bind(3, topic);
  return drop.exec() > 0;
}

void insert(SQLite::Database& connection, const OutboundMessage& message) {
  SQLite::Statement insert(
      connection,
      "INSERT INTO outbox (channel, recipient, cause, topic, message_id, subject, body, attempts,"
      "  created_at, next_try, state, last_answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
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
  insert.exec();
}

/// Those of every seller.
std::string topics_of(std::int64_t story) {
  return "story:" + std::to_string(story) + ":*";
}

}  // namespace

bool OutboxTable::owe(const OutboundMessage& message) {
  if (is_known(connection_, message)) return false;
  drop_untried(connection_, message.channel, message.recipient, message.topic);
  auto owed = message;
  if (is_off(message.channel, message.recipient)) {
    owed.state = "dead";
    owed.last_answer = gone;
  }
  insert(connection_, owed);
  return true;
}

std::vector<OutboundMessage> OutboxTable::due(const std::string& channel, Time now,
                                              std::size_t most) const {
  SQLite::Statement query(connection_,
                          select("WHERE channel = ? AND state = 'owed' AND next_try <= ?"
                                 " ORDER BY next_try, id LIMIT ?"));
  query.bind(1, channel);
  query.bind(2, seconds_of(now));
  query.bind(3, static_cast<std::int64_t>(most));
  return all_of(query);
}

std::optional<Time> OutboxTable::next_due(Time after) const {
  SQLite::Statement query(connection_,
                          "SELECT min(next_try) FROM outbox WHERE state = 'owed' AND next_try > ?");
  query.bind(1, seconds_of(after));
  query.executeStep();
  return optional_time_of(query.getColumn(0));
}

std::vector<OutboundMessage> OutboxTable::all() const {
  SQLite::Statement query(connection_, select("ORDER BY id"));
  return all_of(query);
}

bool OutboxTable::take_back(const std::string& channel, const std::string& recipient,
                            const std::string& topic) {
  return drop_untried(connection_, channel, recipient, topic);
}

void OutboxTable::record(const OutboundMessage& message) {
  SQLite::Statement update(
      connection_,
      "UPDATE outbox SET state = ?1, attempts = ?2, next_try = ?3, last_answer = ?4 WHERE id = ?5"
      "  AND NOT (?1 = 'owed' AND last_answer = ?6)");
  update.bind(1, message.state);
  update.bind(2, message.attempts);
  update.bind(3, seconds_of(message.next_try));
  update.bind(4, message.last_answer);
  update.bind(5, message.id);
  update.bind(6, withheld);  // a judgement made while the attempt was under way stands
  update.exec();
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
  SQLite::Statement query(connection_,
                          "SELECT 1 FROM endpoint_off WHERE channel = ? AND recipient = ?");
  query.bind(1, channel);
  query.bind(2, recipient);
  return query.executeStep();
}

}  // namespace tipoff
