// DeliveryQueue: which owed message may be tried next, channel by channel.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pipeline/moment.h"
#include "store/outbox_table.h"

namespace tipoff {

/// What is left of a wait that the store remembers. Never more than the whole of it, although the
/// clock may have been set back since.
[[nodiscard]] std::chrono::seconds left_of_wait(Time since, Time until, Time now);

/// Waits count on the clock that only runs on; the one on the wall is asked once, when a message
/// becomes known. Channels do not see each other. Of one topic one message is on its way at a time,
/// so that a later state cannot arrive before an earlier one.
class DeliveryQueue {
 public:
  using Steady = std::chrono::steady_clock;

  explicit DeliveryQueue(std::size_t at_once) : at_once_(at_once) {}

  /// Lets the channel's messages start; 0: as many a minute as there are.
  void serve(const std::string& channel, std::size_t most_per_minute);

  void add(const OwedMessage& message, const Moment& moment);
  /// All that is owed. What is known keeps its moment unless its next_try was changed; what is not
  /// among it is forgotten, but for what is on its way.
  void replace(const std::vector<OwedMessage>& owed, const Moment& moment);

  /// A message of the channel that may start, the longest due first. It stays where it is until
  /// started() or forget().
  [[nodiscard]] std::optional<std::int64_t> next(const std::string& channel,
                                                 Steady::time_point now);
  void started(std::int64_t id, Steady::time_point now);

  /// It is on its way no more, and may be tried at that moment.
  void wait(std::int64_t id, Steady::time_point due, Time next_try);
  void forget(std::int64_t id);

  /// Nothing of the channel starts before. A later hold never shortens an earlier one.
  void hold(const std::string& channel, Steady::time_point until);

  [[nodiscard]] std::size_t on_the_way() const { return on_the_way_; }
  /// When next() may have something that it does not have now, by the clock alone.
  [[nodiscard]] std::optional<Steady::time_point> next_due(Steady::time_point now) const;

 private:
  struct Entry {
    std::string channel;
    std::string topic;  // with its recipient; empty: none
    Steady::time_point due{};
    Time next_try{};
    bool on_the_way = false;
  };
  struct Lane {
    bool served = false;
    std::size_t most_per_minute = 0;
    std::set<std::pair<Steady::time_point, std::int64_t>> waiting;
    std::set<std::string> topics;  // on their way
    std::size_t on_the_way = 0;
    Steady::time_point held{};
    std::deque<Steady::time_point> starts;  // of the last minute
  };
  void leave_lane(std::int64_t id, Entry& entry);
  [[nodiscard]] static Steady::time_point opens(const Lane& lane, Steady::time_point now);

  std::size_t at_once_;  // of a channel
  std::size_t on_the_way_ = 0;
  std::unordered_map<std::int64_t, Entry> entries_;
  std::map<std::string, Lane> lanes_;
};

}  // namespace tipoff
