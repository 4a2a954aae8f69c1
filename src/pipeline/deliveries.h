// Deliveries: messages of the outbox on their way, and what became of them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "alert/delivery.h"
#include "net/mail.h"
#include "net/transport.h"
#include "pipeline/delivery_queue.h"
#include "store/outbox_table.h"

namespace tipoff {

/// What is done with a message instead of sending it.
using InsteadOfSending = std::function<void(const OutboundMessage&)>;

/// Sent at least once: a message is marked delivered only after its receiver said so. A slow
/// receiver delays no other. While this runs, waits count on a clock that does not jump.
class Deliveries {
 public:
  /// With `instead`, nothing is sent, but given to it, and counts as delivered.
  Deliveries(Transport& transport, MailTransport& mail, Database& database,
             InsteadOfSending instead = {});

  /// Starts what is due, channel by channel, within a limit for each. What is owed to a channel
  /// that the configuration does not name any more stays owed. Nothing starts while answers wait to
  /// be recorded. Throws what the store throws.
  void start_due(const std::vector<Channel>& channels, const Moment& moment);

  /// Another process has written: what was owed may have changed.
  void look_again() { knows_all_ = false; }

  /// Records what has been answered since; waits count from `moment`, not from the start of the
  /// transfer. Throws what the store throws; then the same answers are recorded at the next call.
  int record(const Moment& moment);

  [[nodiscard]] bool has_results() const { return !answered_.empty(); }
  [[nodiscard]] std::size_t on_the_way() const { return queue_.on_the_way(); }
  /// When the next message is due that is not due yet.
  [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> next_due(
      std::chrono::steady_clock::time_point now) const {
    return queue_.next_due(now);
  }

 private:
  struct NotSent {};
  struct Answered {
    Channel channel;
    OutboundMessage message;
    std::variant<Response, MailResult, NotSent> answer;
  };
  void look(const std::vector<Channel>& channels, const Moment& moment);
  void start(const Channel& channel, OutboundMessage message, Time now);
  void settle(const Answered& answered, const DeliveryOutcome& outcome, const Moment& moment);
  void tell(const DeliveryOutcome& outcome) const;

  Transport& transport_;
  MailTransport& mail_;
  Database& database_;
  InsteadOfSending instead_;
  OutboxTable outbox_;
  DeliveryQueue queue_;
  std::int64_t last_known_ = 0;  // id of a message
  bool knows_all_ = false;
  std::vector<Answered> answered_;
};

}  // namespace tipoff
