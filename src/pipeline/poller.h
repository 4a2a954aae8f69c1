// Poller: which feeds are asked now, within the limits per host and in all, and the answers that
// came back.
#pragma once

#include <compare>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "fetch/due_queue.h"
#include "fetch/host_gate.h"
#include "net/transport.h"
#include "pipeline/ingest.h"

namespace tipoff {

class Poller {
 public:
  Poller(Transport& transport, const Assembly& assembly, Database& database, Time now);

  /// Starts what is due. A feed whose host is busy, held or out of budget waits behind it, and
  /// holds up no other. Feeds with the same address, and asked the same way, share one request.
  void start_due(Time now);

  /// Answers that have arrived since. They stay until taken() says that they are stored.
  [[nodiscard]] const std::deque<FeedAnswer>& answers() const { return answers_; }
  [[nodiscard]] std::size_t bytes_arrived() const { return bytes_; }  // in their bodies
  /// Stores what the answers say of their hosts; within the transaction that stores the answers.
  void remember_hosts(Time now);
  void taken(const std::vector<FeedState>& states, Time now);  // one for each answer, in order

  /// When something is due next; empty while all that is due waits for an answer.
  [[nodiscard]] std::optional<Time> next_due() const;
  [[nodiscard]] std::size_t on_the_way() const { return on_the_way_; }

  /// Requests that are no polls, as those to hubs, stand behind the same limits, holds and budgets.
  /// When the host of the URL may be asked; nothing while it is full: an answer makes room.
  [[nodiscard]] std::optional<Time> opens_for_other(const std::string& url, Time now);
  void other_started(const std::string& url, Time now);
  void other_finished(const std::string& url, std::optional<Time> held_until);
  /// Stores what is known of the host; within the transaction that stores the answer.
  void remember_other(const std::string& url, std::optional<Time> held_until);

  /// `--once`: the feeds that are due now, and no later ones; what a host's hold or budget does not
  /// allow now is left out.
  void only_due(Time now);
  [[nodiscard]] bool idle() const { return on_the_way_ == 0 && waiting_ == 0 && answers_.empty(); }

  /// Accounts high on the list are searched first, and more often where a budget is smaller than
  /// the list. By account id, 0 the highest.
  void favour(const std::unordered_map<std::string, std::size_t>& ranks);
  [[nodiscard]] bool has_searches() const { return has_searches_; }

  [[nodiscard]] std::size_t feeds() const { return states_.size(); }
  [[nodiscard]] std::size_t failing() const { return failing_; }

 private:
  using FeedIndex = std::size_t;
  using HostIndex = std::size_t;
  struct Turn {  // whose turn it is at a busy host: the lowest first
    Time deadline{};
    std::size_t rank = 0;
    FeedIndex feed = 0;
    auto operator<=>(const Turn&) const = default;
  };
  struct Host {
    std::string name;
    std::set<Turn> waiting;
  };

  HostIndex host_index(const std::string& name);
  void share_request(FeedIndex feed);
  void place(FeedIndex feed, Time now);
  void stand_in(FeedIndex feed, std::set<HostIndex>& touched);
  void start_waiting(HostIndex host, Time now);
  void go_on(Time now);
  bool wait_for_opening(HostIndex host, Time now);
  void start(FeedIndex feed, Time now);
  [[nodiscard]] std::vector<FeedIndex> with_same_request(FeedIndex feed);
  void arrived(const std::vector<FeedIndex>& feeds, Response response, bool conditional, Time now);
  void spread_searches(Time now);
  void share_budgets();
  [[nodiscard]] Turn turn_of(FeedIndex feed) const;
  [[nodiscard]] FeedIndex index_of(const FeedAnswer& answer) const;

  Transport& transport_;
  const Assembly& assembly_;
  FeedTable table_;
  HostGate gate_;
  std::map<std::string, PreciseTime> paces_;  // of earlier runs
  std::vector<FeedState> states_;             // by index in assembly.feeds, as the next four
  std::vector<HostIndex> host_of_;
  std::vector<bool> asked_;  // on the way, or its answer not yet taken
  std::vector<std::size_t> ranks_;
  std::vector<std::chrono::seconds> periods_;  // where a host has a budget; 0: its interval
  std::unordered_map<std::size_t, FeedIndex> first_asked_;          // by hash of the request_key
  std::unordered_map<std::string, std::vector<FeedIndex>> shared_;  // by request_key, two or more
  std::vector<Host> hosts_;
  std::unordered_map<std::string, HostIndex> host_by_name_;
  DueQueue due_;                 // feeds
  DueQueue opening_;             // hosts with feeds that wait for the end of a hold, or for budget
  std::deque<HostIndex> ready_;  // hosts whose next feed can start as soon as there is room
  std::size_t waiting_ = 0;
  std::size_t on_the_way_ = 0;
  std::size_t failing_ = 0;
  std::size_t bytes_ = 0;
  bool has_searches_ = false;
  bool spread_ = false;
  std::optional<Time> last_due_;  // --once: nothing later is started
  std::deque<FeedAnswer> answers_;
};

}  // namespace tipoff
