// The one loop: asks what is due, takes in what arrives, publishes, delivers.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/assembly.h"
#include "pipeline/deliveries.h"
#include "pipeline/page_reader.h"
#include "pipeline/poller.h"
#include "pipeline/publish.h"
#include "pipeline/subscriber.h"

namespace tipoff {

/// What the loop stands on. All of it outlives the loop.
struct Ground {
  Clock& clock;
  Transport& transport;
  MailTransport& mail;
  Database& database;
  InsteadOfSending instead = {};  // a dry run
};

/// The store failed so often in a row that a restart is better than waiting.
struct StoreFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Loop {
 public:
  /// Loads what the store remembers. `assembly` outlives the loop.
  Loop(const Ground& ground, const Assembly& assembly);

  /// One turn: starts what is due, waits for the first of a finished transfer, a due time, a
  /// readable descriptor and `longest`, takes in what arrived, and publishes after 50 ms of calm,
  /// 200 ms at most. What another process wrote into the store is published without regard to the
  /// list's min_interval: a person waits for it.
  void turn(const std::vector<int>& descriptors,
            std::chrono::milliseconds longest = std::chrono::seconds{60});

  /// The feeds due now, one publish, each delivery due then tried once. `stop` ends it early.
  void run_once(const std::vector<int>& descriptors, const std::function<bool()>& stop);

  /// "412 feeds, 3 failing, 17 on the list"
  [[nodiscard]] std::string status() const;

  struct Totals {
    int polled = 0;
    int pushed = 0;  // documents that hubs sent
    int failed = 0;
    int unchanged = 0;
    int articles = 0;
    int mentions = 0;
    int versions = 0;
    int delivered = 0;
    std::map<std::string, int> events;
  };
  [[nodiscard]] const Totals& totals() const { return totals_; }

 private:
  using Steady = std::chrono::steady_clock;

  [[nodiscard]] Moment moment() const;
  void ingest(Time now);
  void take_pushes(Time now);
  void ask_hubs(Time now);
  void start_deliveries(const Moment& moment);
  void notice_other_writers();
  void publish_when_calm(Time now);
  bool publish(const std::function<Published()>& work);  // whether it went well
  void record_deliveries();
  void record_pages(Time now);
  /// Runs a piece of work on the store; a failure is counted (by kind of work: that reading goes
  /// well says nothing of writing), logged and tried again at a later turn.
  bool attempt(const char* what, const std::function<void()>& work);
  [[nodiscard]] std::chrono::milliseconds wait(std::chrono::milliseconds longest) const;
  void gather(const std::vector<int>& descriptors, std::chrono::milliseconds longest);
  void wait_for_transfers(const std::vector<int>& descriptors, std::chrono::milliseconds longest);
  void note(const FeedAnswer& answer, const Ingested& ingested);
  void count(const std::string& url, const Ingested& ingested);
  void arrived();

  Ground ground_;
  const Assembly& assembly_;
  Ingest ingest_;
  Poller poller_;
  Publisher publisher_;
  Deliveries deliveries_;
  Subscriber subscriber_;
  PushTable pushes_;
  bool pushes_wait_ = true;  // perhaps
  PageReader pages_;
  Totals totals_;

  std::optional<Steady::time_point> dirty_since_;  // something waits for publish
  Steady::time_point last_arrival_{};
  std::optional<Steady::time_point> last_version_;
  bool list_waits_ = false;
  bool other_writer_ = false;  // somebody else has written since the last publish
  std::int64_t data_version_ = 0;
  struct Trouble {
    int failures = 0;  // in a row
    std::optional<Steady::time_point> locked_since;
  };
  std::map<std::string_view, Trouble> troubles_;  // by kind of work
  Steady::time_point store_rest_until_{};
};

}  // namespace tipoff
