// Poller: which feeds are asked now, within the limits per host and in all, and the answers that
// came back.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "fetch/due_queue.h"
#include "fetch/host_gate.h"
#include "net/transport.h"
#include "pipeline/ingest.h"

namespace tipoff {

class Poller {
 public:
  Poller(Transport& transport, const Assembly& assembly, Database& database, Time now);

  /// Starts what is due. A feed whose host is busy or held waits behind it, and holds up no other.
  void start_due(Time now);

  /// Answers that have arrived since. They stay until taken() says that they are stored.
  [[nodiscard]] const std::deque<FeedAnswer>& answers() const { return answers_; }
  void taken(const std::vector<FeedState>& states, Time now);  // one for each answer, in order

  /// When something is due next; empty while all that is due waits for an answer.
  [[nodiscard]] std::optional<Time> next_due() const;
  [[nodiscard]] std::size_t on_the_way() const { return on_the_way_; }

  /// `--once`: the feeds that are due now, and no later ones.
  void only_due(Time now);
  [[nodiscard]] bool idle() const { return on_the_way_ == 0 && waiting_ == 0 && answers_.empty(); }

  [[nodiscard]] std::size_t feeds() const { return states_.size(); }
  [[nodiscard]] std::size_t failing() const;

 private:
  using FeedIndex = std::size_t;
  void start(FeedIndex feed, Time now);
  void start_waiting(const std::string& host, Time now);

  Transport& transport_;
  const Assembly& assembly_;
  FeedTable table_;
  HostGate gate_;
  std::vector<FeedState> states_;  // by index in assembly.feeds
  std::vector<std::string> hosts_;
  DueQueue due_;
  std::map<std::string, std::deque<FeedIndex>> waiting_at_;  // by host
  std::size_t waiting_ = 0;
  std::size_t on_the_way_ = 0;
  std::optional<Time> last_due_;  // --once: nothing later is started
  std::deque<FeedAnswer> answers_;
};

}  // namespace tipoff
