// Opening a store: its pragmas, and what is said when it cannot be used.
#include "store/database.h"

#include <filesystem>

#include <sqlite3.h>

#include "store/schema.h"

namespace tipoff {
namespace {

/// SQLite's own words where they help, ours where they do not.
std::string complaint(const std::string& path, const SQLite::Exception& failure) {
  const std::string opening = "cannot use the store " + path + ": ";
  switch (failure.getErrorCode()) {
    case SQLITE_NOTADB:
      return opening + "it is no SQLite database";
    case SQLITE_CORRUPT:
      return opening + "it is damaged (" + failure.what() +
             "); restore a backup or use another store path";
    case SQLITE_CANTOPEN:
      return opening + failure.what() +
             "; is it a file that may be read and written, in a folder that exists?";
    case SQLITE_READONLY:
      return opening + "it, or its folder, may not be written";
    default:
      return opening + failure.what();
  }
}

SQLite::Exception named(const std::string& path, const SQLite::Exception& failure) {
  return SQLite::Exception(complaint(path, failure), failure.getErrorCode());
}

SQLite::Database opened(const std::string& path, OpenFor purpose,
                        std::chrono::milliseconds busy_timeout) {
  std::error_code unreadable;  // then SQLite will say why
  if (purpose == OpenFor::reading && !std::filesystem::exists(path, unreadable) && !unreadable) {
    throw SQLite::Exception("no store at " + path + " yet: start tipoffd, or run tipoffd --once");
  }
  const int flags = purpose == OpenFor::reading ? SQLite::OPEN_READONLY
                                                : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  try {
    return SQLite::Database(path, flags, static_cast<int>(busy_timeout.count()));
  } catch (const SQLite::Exception& failure) {
    throw named(path, failure);
  }
}

void prepare_for_writing(SQLite::Database& connection) {
  (void)schema_of(
      connection);  // before the first pragma that writes: what is not ours stays untouched
  connection.exec("PRAGMA journal_mode = WAL");
  connection.exec("PRAGMA synchronous = FULL");  // NORMAL loses acknowledged commits in a power cut
  connection.exec("PRAGMA foreign_keys = ON");
  connection.exec("PRAGMA cache_size = -8000");  // kB
  migrate(connection);
}

void require_readable(SQLite::Database& connection) {
  const int schema = schema_of(connection);
  if (schema == newest_schema()) return;
  throw SQLite::Exception("written by an older Tipoff (schema " + std::to_string(schema) +
                          ", this one needs " + std::to_string(newest_schema()) +
                          "): start tipoffd, or run tipoffd --once, which brings it up to date");
}

}  // namespace

Database::Database(const std::string& path, OpenFor purpose, std::chrono::milliseconds busy_timeout)
    : connection_(opened(path, purpose, busy_timeout)) {
  try {
    if (purpose == OpenFor::reading) {
      require_readable(connection_);
    } else {
      prepare_for_writing(connection_);
    }
  } catch (const SQLite::Exception& failure) {
    throw named(path, failure);
  }
}

std::int64_t Database::data_version() {
  return connection_.execAndGet("PRAGMA data_version").getInt64();
}

bool is_lock(const SQLite::Exception& error) {
  return error.getErrorCode() == SQLITE_BUSY || error.getErrorCode() == SQLITE_LOCKED;
}

}  // namespace tipoff
