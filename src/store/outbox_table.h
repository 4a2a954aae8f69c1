// OutboxTable: the messages owed, delivered and dead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "alert/news.h"
#include "store/database.h"
#include "store/prepared.h"

namespace tipoff {

/// What a queue must know of an owed message.
struct OwedMessage {
  std::int64_t id = 0;
  std::string channel;
  std::string recipient;
  std::string topic;
  Time since{};  // when it was tried last, else made: its wait began then
  Time next_try{};

  bool operator==(const OwedMessage&) const = default;
};

/// Nothing goes to this host on this channel before.
struct EndpointHold {
  std::string channel;
  std::string host;
  Time since{};
  Time until{};

  bool operator==(const EndpointHold&) const = default;
};

class OutboxTable {
 public:
  explicit OutboxTable(Database& database);

  /// Unique by channel, recipient and cause: a second one is ignored and false comes back. It takes
  /// the place of what is owed of the same channel, recipient and topic: what was never tried goes,
  /// what was tried (and may have arrived) is dead with that reason. For an endpoint that is
  /// switched off it is kept as dead.
  bool owe(const OutboundMessage& message);

  /// The row of that cause; 0: there is none.
  [[nodiscard]] std::int64_t row_of(const std::string& channel, const std::string& recipient,
                                    const std::string& cause) const;
  [[nodiscard]] std::optional<OutboundMessage> find(std::int64_t id) const;
  [[nodiscard]] std::vector<OutboundMessage> all() const;  // oldest first

  [[nodiscard]] std::vector<OwedMessage> owed() const;                       // in the order of ids
  [[nodiscard]] std::vector<OwedMessage> owed_after(std::int64_t id) const;  // greater ids only
  [[nodiscard]] std::int64_t last_id() const;                                // 0: none yet

  /// When messages were made for a recipient after that moment, oldest first.
  [[nodiscard]] std::vector<Time> made_since(const std::string& channel,
                                             const std::string& recipient, Time since) const;

  /// Takes an owed message of this topic back that was never tried. Whether there was one.
  bool take_back(const std::string& channel, const std::string& recipient,
                 const std::string& topic);

  /// By id: state, attempts, next_try, last_answer, and when that was. A message that was replaced
  /// meanwhile is passed over, and one that is dead meanwhile is not owed again because an attempt
  /// failed.
  void record(const OutboundMessage& message, std::optional<Time> at = std::nullopt);

  /// What is owed because of a story that no longer counts is dead with that reason; `owe_again`
  /// takes it back. How many messages it was.
  int withhold(std::int64_t story);
  int owe_again(std::int64_t story, Time now);

  /// An endpoint that answered 410 is not asked again; its owed messages are dead with that reason.
  void switch_off(const std::string& channel, const std::string& recipient, Time now);
  void switch_on(const std::string& channel, const std::string& recipient);  // what died stays dead
  [[nodiscard]] bool is_off(const std::string& channel, const std::string& recipient) const;

  /// A later hold never shortens an earlier one.
  void hold(const EndpointHold& hold);
  [[nodiscard]] std::vector<EndpointHold> holds(Time now) const;  // those that have not ended

 private:
  SQLite::Database& connection_;
  mutable Prepared row_of_;
  mutable Prepared find_;
  mutable Prepared owed_;
  mutable Prepared owed_after_;
  mutable Prepared is_off_;
  Prepared drop_untried_;
  Prepared bury_tried_;
  Prepared insert_;
  Prepared record_;
};

}  // namespace tipoff
