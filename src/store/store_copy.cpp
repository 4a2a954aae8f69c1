#include "store/store_copy.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "store/schema.h"

namespace tipoff {

void copy_store(const std::filesystem::path& from, const std::filesystem::path& to) {
  {
    SQLite::Database source(from.string(), SQLite::OPEN_READONLY, 5000);
    (void)schema_of(source);  // what is not ours is not copied
    SQLite::Statement copy(source, "VACUUM INTO ?");
    copy.bind(1, to.string());
    copy.exec();
  }
  SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE);
  if (copy.tableExists("subscription")) copy.exec("DELETE FROM subscription");
}

}  // namespace tipoff
