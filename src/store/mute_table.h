// MuteTable: what sellers want to hear nothing of for a time.
#pragma once

#include <vector>

#include "alert/mute.h"
#include "store/database.h"

namespace tipoff {

class MuteTable {
 public:
  explicit MuteTable(Database& database) : connection_(database.connection()) {}

  std::int64_t add(const Mute& mute);  // its id is ignored: a new one comes back

  /// Those in force, in the order in which they were made.
  [[nodiscard]] std::vector<Mute> live(Time now) const;

  /// Ends it now. False: there is none of that id, or it has ended.
  bool lift(std::int64_t id, Time now);

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
