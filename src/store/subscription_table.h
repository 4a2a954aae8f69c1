// SubscriptionTable: the agreements with hubs. The daemon asks; `tipoff serve` hears what comes of
// it: both write here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fetch/subscription.h"
#include "store/database.h"
#include "store/prepared.h"

namespace tipoff {

class SubscriptionTable {
 public:
  explicit SubscriptionTable(Database& database);

  [[nodiscard]] std::optional<Subscription> find(std::int64_t id) const;
  [[nodiscard]] std::optional<Subscription> find(const std::string& token) const;
  [[nodiscard]] std::vector<Subscription> of_feed(const std::string& url) const;
  [[nodiscard]] std::vector<Subscription> all() const;

  /// Those whose next step is due, the longest overdue first, `most` of them.
  [[nodiscard]] std::vector<Subscription> due(Time now, std::size_t most) const;
  [[nodiscard]] std::optional<Time> next_step() const;
  [[nodiscard]] std::optional<Time> next_step_after(Time time) const;

  void add(const Subscription& subscription);   // its id is not looked at
  void save(const Subscription& subscription);  // by its id; all but feed, hub, topic, and callback
  void forget(std::int64_t id);

 private:
  [[nodiscard]] std::vector<Subscription> read(SQLite::Statement& query) const;

  SQLite::Database& connection_;
  mutable Prepared by_feed_;
};

}  // namespace tipoff
