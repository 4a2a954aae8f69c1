// Prepared: a statement that is compiled at its first use and kept for the next; and how our values
// stand in columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "clock.h"

namespace tipoff {

class Prepared {
 public:
  Prepared(SQLite::Database& connection, std::string sql)
      : connection_(&connection), sql_(std::move(sql)) {}

  /// One execution. It is reset on the way out, so that no read stays open behind a result that was
  /// not read to its end.
  class Run {
   public:
    explicit Run(SQLite::Statement& statement) : statement_(statement) {}
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    ~Run() { statement_.tryReset(); }

    SQLite::Statement* operator->() { return &statement_; }
    SQLite::Statement& operator*() { return statement_; }

   private:
    SQLite::Statement& statement_;
  };

  /// Nothing bound. Not to be nested: a statement runs once at a time.
  [[nodiscard]] Run run() {
    if (!statement_) statement_.emplace(*connection_, sql_);
    statement_->clearBindings();
    return Run(*statement_);
  }

 private:
  SQLite::Database* connection_;
  std::string sql_;
  std::optional<SQLite::Statement> statement_;
};

/// Seconds since 1970, UTC.
[[nodiscard]] inline std::int64_t seconds_of(Time time) {
  return time.time_since_epoch().count();
}
[[nodiscard]] inline Time time_of(const SQLite::Column& column) {
  return Time(std::chrono::seconds(column.getInt64()));
}
[[nodiscard]] inline std::optional<Time> optional_time_of(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return time_of(column);
}

inline void bind_optional(SQLite::Statement& statement, int place,
                          const std::optional<Time>& time) {
  if (time) {
    statement.bind(place, seconds_of(*time));
  } else {
    statement.bind(place);
  }
}

/// SQLite's integers are signed: a hash keeps its bits.
[[nodiscard]] inline std::int64_t bits_of(std::uint64_t hash) {
  return static_cast<std::int64_t>(hash);
}
[[nodiscard]] inline std::uint64_t hash_of(const SQLite::Column& column) {
  return static_cast<std::uint64_t>(column.getInt64());
}

}  // namespace tipoff
