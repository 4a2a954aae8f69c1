// CallTable: the calls that sellers logged, and the callbacks that they agreed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "learn/call.h"
#include "store/database.h"

namespace tipoff {

struct CallFilter {
  std::optional<std::string> account;
  std::optional<std::string> seller;
};

class CallTable {
 public:
  explicit CallTable(Database& database) : connection_(database.connection()) {}

  [[nodiscard]] std::int64_t add(const Call& call);  // its id is ignored: the new one comes back

  [[nodiscard]] std::vector<Call> list(const CallFilter& filter) const;  // newest first
  [[nodiscard]] std::optional<Call> latest(const std::string& account,
                                           const std::string& seller) const;
  /// When each account was last called by the seller.
  [[nodiscard]] std::map<std::string, Time> last_calls(const std::string& seller) const;

  /// Calls whose `due` lies before that moment and that no later call of the same seller to the
  /// account settles, the longest due first. A call that nobody answered settles nothing, unless it
  /// has a date of its own.
  [[nodiscard]] std::vector<Call> due_before(Time moment, const CallFilter& filter) const;

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
