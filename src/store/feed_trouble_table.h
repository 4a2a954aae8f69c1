// FeedTroubleTable: what fails, since when, and whether anyone was told.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"
#include "store/prepared.h"

namespace tipoff {

struct FeedTrouble {
  Time since{};
  std::optional<Time> told_at;

  bool operator==(const FeedTrouble&) const = default;
};

class FeedTroubleTable {
 public:
  explicit FeedTroubleTable(Database& database);

  [[nodiscard]] std::optional<FeedTrouble> find(const std::string& source) const;
  void begin(const std::string& source, Time since);  // one that has begun stays
  void told(const std::string& source, Time at);
  void end(const std::string& source);

  /// Whether someone was told of any trouble after that moment, or at it.
  [[nodiscard]] bool any_told_since(Time moment) const;

  /// The last success of any feed at all.
  [[nodiscard]] std::optional<Time> latest_success() const;

 private:
  SQLite::Database& connection_;
  mutable Prepared find_;
  Prepared begin_;
};

}  // namespace tipoff
