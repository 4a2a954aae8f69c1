// OutboxTable: the messages owed, delivered and dead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "alert/news.h"
#include "store/database.h"
#include "store/prepared.h"

namespace tipoff {

class OutboxTable {
 public:
  explicit OutboxTable(Database& database) : connection_(database.connection()) {}

  /// Unique by channel, recipient and cause: a second one is ignored and false comes back. An owed
  /// message of the same channel, recipient and topic that was never tried is replaced. For an
  /// endpoint that is switched off it is kept as dead.
  bool owe(const OutboundMessage& message);

  [[nodiscard]] std::vector<OutboundMessage> due(const std::string& channel, Time now,
                                                 std::size_t most) const;  // longest due first
  [[nodiscard]] std::optional<Time> next_due(Time after) const;  // the first after that moment
  [[nodiscard]] std::vector<OutboundMessage> all() const;        // oldest first

  /// Takes an owed message of this topic back that was never tried. Whether there was one.
  bool take_back(const std::string& channel, const std::string& recipient,
                 const std::string& topic);

  /// By id: state, attempts, next_try, last_answer. A message that was replaced meanwhile is passed
  /// over.
  void record(const OutboundMessage& message);

  /// What is owed because of a story that no longer counts is dead with that reason; `owe_again`
  /// takes it back. How many messages it was.
  int withhold(std::int64_t story);
  int owe_again(std::int64_t story, Time now);

  /// An endpoint that answered 410 is not asked again; its owed messages are dead with that reason.
  void switch_off(const std::string& channel, const std::string& recipient, Time now);
  void switch_on(const std::string& channel, const std::string& recipient);  // what died stays dead
  [[nodiscard]] bool is_off(const std::string& channel, const std::string& recipient) const;

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
