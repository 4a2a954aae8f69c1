// Brings a database up to the newest schema, step by step.
#include "store/schema.h"

#include <array>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include "store/schema_alert_steps.h"
#include "store/schema_feed_steps.h"
#include "store/schema_first_step.h"

namespace tipoff {
namespace {

constexpr int application_id = 0x54697066;  // "Tipf": what file(1) and we know our databases by

// Append only: a step that was released once stands on someone's disk.
constexpr std::array steps = {step_1, step_2, step_3, step_4, step_5, step_6};

int number(SQLite::Database& connection, const char* query) {
  return connection.execAndGet(query).getInt();
}

}  // namespace

int newest_schema() {
  return static_cast<int>(steps.size());
}

int schema_of(SQLite::Database& connection) {
  const int schema = number(connection, "PRAGMA user_version");
  const int owner = number(connection, "PRAGMA application_id");
  const bool empty = number(connection, "SELECT count(*) FROM sqlite_master") == 0;
  const bool ours = owner == application_id || (owner == 0 && schema == 0 && empty);
  if (!ours) {
    throw SQLite::Exception("a database of another program: use another store path");
  }
  if (schema > newest_schema()) {
    throw SQLite::Exception("written by a newer Tipoff (schema " + std::to_string(schema) +
                            ", this one knows " + std::to_string(newest_schema()) +
                            "): upgrade Tipoff or use another store path");
  }
  return schema;
}

void migrate(SQLite::Database& connection) {
  while (schema_of(connection) < newest_schema()) {
    SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
    const int done =
        schema_of(connection);  // again, under the lock: another process may have been faster
    if (done >= newest_schema()) return;
    connection.exec(steps[static_cast<std::size_t>(done)]);
    connection.exec("PRAGMA application_id = " + std::to_string(application_id));
    connection.exec("PRAGMA user_version = " + std::to_string(done + 1));
    transaction.commit();
  }
}

}  // namespace tipoff
