// FeedTable: what we remember of each feed and each host, from one run to the next.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "fetch/feed.h"
#include "fetch/host_pace.h"
#include "store/database.h"
#include "store/feed_rows.h"

namespace tipoff {

class FeedTable {
 public:
  explicit FeedTable(Database& database);

  /// By URL. A feed never polled has the default state: due at once.
  [[nodiscard]] FeedState find(const std::string& url) const;
  [[nodiscard]] std::map<std::string, FeedState> all() const;
  void save(const std::string& url, const FeedState& state);

  /// Hosts that asked to be left alone (Retry-After), and until when.
  [[nodiscard]] std::map<std::string, Time> held_hosts(Time now) const;
  void hold_host(const std::string& host, Time until);  // a longer hold stays

  /// Of each host with a daily budget: until when the requests so far have used it up.
  [[nodiscard]] std::map<std::string, PreciseTime> paces() const;
  void save_pace(const std::string& host, PreciseTime spent_until);

 private:
  SQLite::Database& connection_;
  FeedRows rows_;
  mutable Prepared find_;
  Prepared save_;
  Prepared save_pace_;
};

}  // namespace tipoff
