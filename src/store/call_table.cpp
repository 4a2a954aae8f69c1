// Reads and writes calls.
#include "store/call_table.h"

#include <string_view>

#include "store/prepared.h"

namespace tipoff {
namespace {

constexpr std::string_view columns =
    "SELECT id, account, seller, outcome, at, contact, due, note FROM call AS made"
    "  WHERE (?1 IS NULL OR account = ?1) AND (?2 IS NULL OR seller = ?2) ";

constexpr std::string_view unsettled =
    "AND due < ?3 AND NOT EXISTS (SELECT 1 FROM call AS later"
    "  WHERE later.account = made.account AND later.seller = made.seller"
    "    AND (later.at > made.at OR (later.at = made.at AND later.id > made.id))"
    "    AND (later.outcome <> 'no_answer' OR later.due IS NOT NULL))"
    "  ORDER BY due, id";

void bind_text(SQLite::Statement& statement, int place, const std::optional<std::string>& text) {
  if (text)
    statement.bind(place, *text);
  else
    statement.bind(place);
}

std::vector<Call> all_of(SQLite::Statement& row) {
  std::vector<Call> calls;
  while (row.executeStep()) {
    Call& call = calls.emplace_back();
    call.id = row.getColumn(0).getInt64();
    call.account = row.getColumn(1).getString();
    call.seller = row.getColumn(2).getString();
    call.outcome = outcome_named(row.getColumn(3).getString()).value_or(Outcome::no_answer);
    call.at = time_of(row.getColumn(4));
    call.contact = row.getColumn(5).getString();
    call.due = optional_time_of(row.getColumn(6));
    call.note = row.getColumn(7).getString();
  }
  return calls;
}

SQLite::Statement query(SQLite::Database& connection, const CallFilter& filter,
                        std::string_view rest) {
  SQLite::Statement statement(connection, std::string(columns).append(rest));
  bind_text(statement, 1, filter.account);
  bind_text(statement, 2, filter.seller);
  return statement;
}

}  // namespace

std::int64_t CallTable::add(const Call& call) {
  SQLite::Statement insert(connection_,
                           "INSERT INTO call (account, seller, outcome, at, contact, due, note)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, call.account);
  insert.bind(2, call.seller);
  insert.bind(3, std::string(name_of(call.outcome)));
  insert.bind(4, seconds_of(call.at));
  insert.bind(5, call.contact);
  bind_optional(insert, 6, call.due);
  insert.bind(7, call.note);
  insert.exec();
  return connection_.getLastInsertRowid();
}

std::vector<Call> CallTable::list(const CallFilter& filter) const {
  auto statement = query(connection_, filter, "ORDER BY at DESC, id DESC");
  return all_of(statement);
}

std::optional<Call> CallTable::latest(const std::string& account, const std::string& seller) const {
  auto statement = query(connection_, {.account = account, .seller = seller},
                         "ORDER BY at DESC, id DESC LIMIT 1");
  auto calls = all_of(statement);
  if (calls.empty()) return std::nullopt;
  return std::move(calls.front());
}

std::map<std::string, Time> CallTable::last_calls(const std::string& seller) const {
  SQLite::Statement query(connection_,
                          "SELECT account, max(at) FROM call WHERE seller = ? GROUP BY account");
  query.bind(1, seller);
  std::map<std::string, Time> calls;
  while (query.executeStep())
    calls.emplace(query.getColumn(0).getString(), time_of(query.getColumn(1)));
  return calls;
}

std::vector<Call> CallTable::due_before(Time moment, const CallFilter& filter) const {
  auto statement = query(connection_, filter, unsettled);
  statement.bind(3, seconds_of(moment));
  return all_of(statement);
}

}  // namespace tipoff
