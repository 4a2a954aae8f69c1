// The schema, as the ordered list of steps that made it.
#pragma once

namespace SQLite {
class Database;
}

namespace tipoff {

/// Number of steps: what PRAGMA user_version says of a database that is up to date.
[[nodiscard]] int newest_schema();

/// Brings the database up to the newest schema, each step in a transaction of its own. Throws SQLite::Exception
/// for a database that a newer version of Tipoff wrote, and leaves that untouched.
void migrate(SQLite::Database& connection);

}  // namespace tipoff
