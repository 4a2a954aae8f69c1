// FeedTally: what each feed has brought lately.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "store/database.h"
#include "store/feed_rows.h"

namespace tipoff {

inline constexpr std::chrono::days tally_span{28};

struct FeedTally {
  int articles = 0;  // new ones within tally_span, those of the first fetch left out
  int triggers = 0;  // events of listed accounts that it told within tally_span, each once
  std::optional<Time> first_day;  // of its first fetch

  bool operator==(const FeedTally&) const = default;
};

class FeedTallyTable {
 public:
  explicit FeedTallyTable(Database& database);

  /// `articles`: new ones; 0 notes the day alone.
  void add(const std::string& feed, Time now, int articles);

  /// By URL; without feeds that never answered.
  [[nodiscard]] std::map<std::string, FeedTally> all(Time now) const;

 private:
  SQLite::Database& connection_;
  FeedRows rows_;
  Prepared add_;
};

}  // namespace tipoff
