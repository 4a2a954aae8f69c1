// Subscriber: asks the hubs for what is due: to send, to go on sending, to send no longer.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "net/transport.h"
#include "pipeline/assembly.h"
#include "pipeline/poller.h"
#include "store/subscription_table.h"

namespace tipoff {

/// Failures of the store come out of start_due() and record() as SQLite::Exception: nothing is lost
/// when they are called again.
class Subscriber {
 public:
  /// `poller`: whose limits, holds and budgets of hosts hold for hubs too. All outlive it.
  Subscriber(Transport& transport, const Assembly& assembly, Database& database, Poller& poller);

  /// A few requests at once, and no more to a host than any may be asked. Each is stored before it
  /// is made: its verification may come first.
  void start_due(Time now);

  [[nodiscard]] bool has_answers() const { return !answers_.empty(); }
  void record(Time now);

  /// Somebody else has written, or a host has answered: what can be asked may have changed.
  void look_again() { looked_ = false; }

  [[nodiscard]] std::optional<Time> next_due() const;
  [[nodiscard]] std::size_t on_the_way() const { return on_the_way_; }

 private:
  struct Answer {
    std::int64_t subscription = 0;
    std::string hub;
    std::optional<Time> held_until;
    Response response;
  };
  struct Batch {
    std::vector<Subscription> taken;  // one of each host at the most
    bool moved = false;               // something is no longer due
  };

  [[nodiscard]] Batch take_due(Time now);
  void start(const Subscription& subscription, Time now);
  [[nodiscard]] Feed feed_of(const std::string& url) const;

  Transport& transport_;
  const Assembly& assembly_;
  Database& database_;
  Poller& poller_;
  SubscriptionTable table_;
  std::deque<Answer> answers_;
  std::size_t on_the_way_ = 0;
  bool reconciled_ = false;
  bool looked_ = false;  // next_ is what the store says
  std::optional<Time> next_;
};

}  // namespace tipoff
