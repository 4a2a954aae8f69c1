// ListTable: the versions of each seller's call list, as the JSON that was published.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clock.h"
#include "store/database.h"

namespace tipoff {

struct StoredList {
  std::string seller;
  int version = 0;
  Time generated_at{};
  std::string json;          // the rendering with its disqualified entries
  std::string profile_hash;  // of the profile that scored it
  std::string rules_hash;    // of the rule set in force

  bool operator==(const StoredList&) const = default;
};

class ListTable {
 public:
  explicit ListTable(Database& database) : connection_(database.connection()) {}

  [[nodiscard]] std::optional<StoredList> latest(const std::string& seller) const;
  [[nodiscard]] std::optional<StoredList> at(const std::string& seller, Time time)
      const;  // the one in force then: the newest not generated after it
  void add(const StoredList&
               list);  // within a transaction; a version that the seller has already throws

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
