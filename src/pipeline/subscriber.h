// Subscriber: asks the hubs for what is due: to send, to go on sending, to send no longer.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "net/transport.h"
#include "pipeline/assembly.h"
#include "store/subscription_table.h"

namespace tipoff {

/// Failures of the store come out of start_due() and record() as SQLite::Exception: nothing is lost
/// when they are called again.
class Subscriber {
 public:
  Subscriber(Transport& transport, const Assembly& assembly, Database& database);

  /// A few requests at once. Each is stored before it is made: its verification may come first.
  void start_due(Time now);

  [[nodiscard]] bool has_answers() const { return !answers_.empty(); }
  void record(Time now);

  /// Somebody else has written: what was due may have changed.
  void look_again() { looked_ = false; }

  [[nodiscard]] std::optional<Time> next_due() const;
  [[nodiscard]] std::size_t on_the_way() const { return on_the_way_; }

 private:
  struct Answer {
    std::int64_t subscription = 0;
    Response response;
  };

  [[nodiscard]] std::vector<Subscription> take_due(Time now);
  void start(const Subscription& subscription);
  [[nodiscard]] Feed feed_of(const std::string& url) const;

  Transport& transport_;
  const Assembly& assembly_;
  Database& database_;
  SubscriptionTable table_;
  std::deque<Answer> answers_;
  std::size_t on_the_way_ = 0;
  bool reconciled_ = false;
  bool looked_ = false;  // next_ is what the store says
  std::optional<Time> next_;
};

}  // namespace tipoff
