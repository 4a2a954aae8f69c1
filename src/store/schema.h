// The schema, as the ordered list of steps that made it.
#pragma once

namespace SQLite {
class Database;
}

namespace tipoff {

/// Number of steps: what PRAGMA user_version says of a database that is up to date.
[[nodiscard]] int newest_schema();

/// The schema that a database has, 0 for an empty one. Throws SQLite::Exception for a database that
/// a newer version of Tipoff wrote, or another program. Reads only.
[[nodiscard]] int schema_of(SQLite::Database& connection);

/// Brings the database up to the newest schema, each step in a transaction of its own. Throws like
/// schema_of, and leaves such a database untouched.
void migrate(SQLite::Database& connection);

}  // namespace tipoff
