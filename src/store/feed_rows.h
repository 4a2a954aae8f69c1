// FeedRows: the row number of each feed's URL, so that the URL is kept once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/prepared.h"

namespace tipoff {

/// Keeps no numbers in memory: a savepoint that rolls back may take a row with it.
class FeedRows {
 public:
  explicit FeedRows(SQLite::Database& connection);

  [[nodiscard]] std::optional<std::int64_t> find(const std::string& url);
  [[nodiscard]] std::int64_t find_or_add(const std::string& url);

 private:
  Prepared find_;
  Prepared add_;
};

}  // namespace tipoff
