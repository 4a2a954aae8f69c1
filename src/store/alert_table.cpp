// Reads notices and messages as one table.
#include "store/alert_table.h"

#include <charconv>

#include "store/prepared.h"

namespace tipoff {
namespace {

/// Told notices stand in the rows of their messages.
constexpr const char* all_rows = R"sql(
  WITH news AS (
    SELECT message, count(*) AS news, count(DISTINCT account) AS accounts, min(account) AS account,
           min(event) AS event, min(certainty) AS certainty, min(reason) AS reason
      FROM notice WHERE message <> 0 GROUP BY message),
  alert AS (
    SELECT 'n' || id AS id, state, channel, recipient, account, event, certainty, '' AS subject,
           cause, reason, why, 1 AS news, made_at,
           CASE state WHEN 'held' THEN release_at END AS next, 0 AS attempts, '' AS answer
      FROM notice WHERE state <> 'told'
    UNION ALL
    SELECT '' || outbox.id, state, channel, recipient, iif(accounts = 1, account, ''),
           iif(news = 1, event, ''), iif(news = 1, certainty, ''), subject, cause,
           iif(news = 1, reason, ''), '', coalesce(news, 0), created_at,
           CASE state WHEN 'owed' THEN next_try END, attempts, last_answer
      FROM outbox LEFT JOIN news ON news.message = outbox.id)
  SELECT id, state, channel, recipient, account, event, certainty, subject, cause, reason, why, news,
         made_at, next, attempts, answer FROM alert
)sql";

constexpr const char* listed =
    "  WHERE (?1 = '' OR state = ?1) AND (?2 = '' OR channel = ?2)"
    "    AND (?3 IS NULL OR made_at >= ?3)"
    "  ORDER BY made_at DESC, length(id) DESC, id DESC LIMIT ?4";

constexpr const char* dead_and_wanted =
    "  WHERE state = 'dead' AND (?1 = '' OR channel = ?1) AND answer NOT GLOB 'withheld*'"
    "    AND answer NOT GLOB 'dropped*' AND answer NOT GLOB 'a later state*'"
    "  ORDER BY length(id), id LIMIT 1000";

AlertRow row_from(SQLite::Statement& row) {
  AlertRow alert;
  alert.id = row.getColumn(0).getString();
  alert.state = row.getColumn(1).getString();
  alert.channel = row.getColumn(2).getString();
  alert.recipient = row.getColumn(3).getString();
  alert.account = row.getColumn(4).getString();
  alert.event = row.getColumn(5).getString();
  alert.certainty = row.getColumn(6).getString();
  alert.subject = row.getColumn(7).getString();
  alert.cause = row.getColumn(8).getString();
  alert.reason = row.getColumn(9).getString();
  alert.why = row.getColumn(10).getString();
  alert.news = row.getColumn(11).getInt();
  alert.made_at = time_of(row.getColumn(12));
  alert.next = optional_time_of(row.getColumn(13));
  alert.attempts = row.getColumn(14).getInt();
  alert.answer = row.getColumn(15).getString();
  return alert;
}

std::vector<AlertRow> all_of(SQLite::Statement& query) {
  std::vector<AlertRow> rows;
  while (query.executeStep()) rows.push_back(row_from(query));
  return rows;
}

bool is_notice(const std::string& id) {
  return id.starts_with('n');
}

/// 0, which no row has, for what is no number.
std::int64_t row_of(const std::string& id) {
  std::int64_t row = 0;
  const char* const begin = id.data() + (is_notice(id) ? 1 : 0);
  const char* const end = id.data() + id.size();
  const auto read = std::from_chars(begin, end, row);
  return read.ptr == end && read.ec == std::errc{} ? row : 0;
}

}  // namespace

std::vector<AlertRow> AlertTable::list(const AlertFilter& filter) const {
  SQLite::Statement query(connection_, std::string(all_rows) + listed);
  query.bind(1, filter.state);
  query.bind(2, filter.channel);
  bind_optional(query, 3, filter.since);
  query.bind(4, static_cast<std::int64_t>(filter.most));
  return all_of(query);
}

std::optional<AlertRow> AlertTable::find(const std::string& id) const {
  SQLite::Statement query(connection_, std::string(all_rows) + "  WHERE id = ?");
  query.bind(1, id);
  if (!query.executeStep()) return std::nullopt;
  return row_from(query);
}

std::vector<AlertRow> AlertTable::untaken(const std::string& channel) const {
  SQLite::Statement query(connection_, std::string(all_rows) + dead_and_wanted);
  query.bind(1, channel);
  return all_of(query);
}

bool AlertTable::retry(const std::string& id, Time now) {
  if (is_notice(id)) return false;
  SQLite::Statement raise(connection_,
                          "UPDATE outbox SET state = 'owed', attempts = 0, next_try = ?"
                          "  WHERE id = ? AND state IN ('owed', 'dead')");
  raise.bind(1, seconds_of(now));
  raise.bind(2, row_of(id));
  return raise.exec() > 0;
}

bool AlertTable::drop(const std::string& id, const std::string& reason) {
  SQLite::Statement bury(
      connection_,
      is_notice(id)
          ? "UPDATE notice SET state = 'dropped', why = ? WHERE id = ? AND state = 'held'"
          : "UPDATE outbox SET state = 'dead', last_answer = ? WHERE id = ? AND state = 'owed'");
  bury.bind(1, reason);
  bury.bind(2, row_of(id));
  return bury.exec() > 0;
}

}  // namespace tipoff
