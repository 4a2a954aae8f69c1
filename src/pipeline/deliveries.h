// Deliveries: messages of the outbox on their way, and what became of them.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "alert/delivery.h"
#include "net/mail.h"
#include "net/transport.h"
#include "store/outbox_table.h"

namespace tipoff {

/// Sent at least once: a message is marked delivered only after its receiver said so. A slow
/// receiver delays no other.
class Deliveries {
 public:
  Deliveries(Transport& transport, MailTransport& mail, Database& database);

  /// Starts what is due, channel by channel, within a limit for each. What is owed to a channel
  /// that the configuration does not name any more stays owed.
  void start_due(const std::vector<Channel>& channels, Time now);

  /// Records what has been answered since; waits count from `now`, not from the start of the
  /// transfer. Throws what the store throws; then the same answers are recorded at the next call.
  int record(Time now);

  [[nodiscard]] bool has_results() const { return !answered_.empty(); }
  [[nodiscard]] std::size_t on_the_way() const { return on_the_way_.size(); }
  /// When the next message is due that is not due yet.
  [[nodiscard]] std::optional<Time> next_due(Time after) const;

 private:
  struct Answered {
    Channel channel;
    OutboundMessage message;
    std::variant<Response, MailResult> answer;
  };
  void start(const Channel& channel, OutboundMessage message, Time now);
  void tell(const DeliveryOutcome& outcome) const;

  Transport& transport_;
  MailTransport& mail_;
  Database& database_;
  OutboxTable outbox_;
  std::map<std::int64_t, std::string> on_the_way_;  // by message id: its channel
  std::vector<Answered> answered_;
};

}  // namespace tipoff
