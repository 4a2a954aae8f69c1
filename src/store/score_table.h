// ScoreTable: the scores that the last publish stood on, one row an account and seller.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clock.h"
#include "store/database.h"
#include "store/prepared.h"

namespace tipoff {

struct StoredScore {
  std::string account;
  int score = 0;
  bool qualified = true;
  std::optional<Time> next_change;  // when the next live event's window ends

  bool operator==(const StoredScore&) const = default;
};

class ScoreTable {
 public:
  explicit ScoreTable(Database& database);

  void save(const std::string& seller, const StoredScore& score);
  void keep_only(const std::string& seller,
                 const std::vector<std::string>& accounts);  // the rest is dropped
  [[nodiscard]] std::vector<StoredScore> all(const std::string& seller) const;  // by account id
  [[nodiscard]] std::optional<Time> next_change() const;  // the earliest over all sellers

 private:
  SQLite::Database& connection_;
  Prepared save_;
};

}  // namespace tipoff
