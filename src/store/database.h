// Database: the one SQLite connection, opened the way we always open it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Transaction.h>

namespace tipoff {

enum class OpenFor { writing, reading };

/// Every failure in here is an SQLite::Exception: the database cannot be used, and no code below
/// the pipeline can do anything about that. A database from a newer version is one too, and its
/// message says so. Messages of the constructor name the file; getErrorCode() is SQLite's.
class Database {
 public:
  /// Creates and migrates the file when opened for writing; `reading` needs an existing one, of
  /// this version's schema.
  /// ":memory:" in tests.
  explicit Database(const std::string& path, OpenFor purpose = OpenFor::writing,
                    std::chrono::milliseconds busy_timeout = std::chrono::milliseconds{5000});

  [[nodiscard]] SQLite::Database& connection() { return connection_; }

  /// Differs from its last value when another connection has committed since.
  [[nodiscard]] std::int64_t data_version();

  /// BEGIN IMMEDIATE; rolls back when it goes out of scope, unless commit() was called.
  [[nodiscard]] SQLite::Transaction begin() {
    return SQLite::Transaction(connection_, SQLite::TransactionBehavior::IMMEDIATE);
  }

  /// One feed's part of a turn: rolls back alone when it goes out of scope, unless release() was
  /// called. Within begin() only.
  [[nodiscard]] SQLite::Savepoint savepoint() { return SQLite::Savepoint(connection_, "part"); }

 private:
  SQLite::Database connection_;
};

/// Another process holds the lock: worth another try.
[[nodiscard]] bool is_lock(const SQLite::Exception& error);

}  // namespace tipoff
