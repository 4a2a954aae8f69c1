// A newsroom with one rule, and a poller that takes in what arrives as the loop does, without its
// waiting: for tests that let days pass.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fakes/newsroom.h"

namespace tipoff::fakes {

class PollingDesk {
 public:
  explicit PollingDesk(const std::string& more = "",
                       const std::string& accounts = Newsroom::default_accounts())
      : newsroom(more, accounts, Newsroom::one_rule()) {
    newsroom.database->connection().exec("PRAGMA synchronous = OFF");  // no power cut in here
    restart();
  }

  /// As a daemon that was stopped and started again.
  void restart() {
    ingest = std::make_unique<Ingest>(*newsroom.assembly, *newsroom.database);
    poller = std::make_unique<Poller>(newsroom.network, *newsroom.assembly, *newsroom.database,
                                      newsroom.clock.now());
  }

  /// Asks until nothing is due and all is answered; the time stands still.
  void poll(double chance = 0) {
    const Time now = newsroom.clock.now();
    for (;;) {
      poller->start_due(now);
      newsroom.network.turn(std::chrono::milliseconds{0}, {});
      if (poller->answers().empty()) return;
      auto transaction = newsroom.database->begin();
      std::vector<FeedState> states;
      for (const FeedAnswer& answer : poller->answers()) {
        states.push_back(ingest->take(answer, chance, now).state);
      }
      poller->remember_hosts(now);
      transaction.commit();
      poller->taken(states, now);
    }
  }

  /// What is asked from now until then, looked at every `step`.
  std::vector<Request> asked_within(std::chrono::seconds time, std::chrono::seconds step) {
    newsroom.network.forget_asked();
    for (std::chrono::seconds gone{0}; gone < time; gone += step) {
      newsroom.clock.advance(step);
      poll();
    }
    return newsroom.network.asked();
  }
  [[nodiscard]] std::size_t times_asked(const std::string& url) const {
    std::size_t times = 0;
    for (const Request& request : newsroom.network.asked()) times += request.url == url ? 1 : 0;
    return times;
  }

  [[nodiscard]] FeedState state(const std::string& url) {
    return FeedTable(*newsroom.database).find(url);
  }
  [[nodiscard]] std::chrono::seconds wait_of(const std::string& url) {
    return state(url).next_due - newsroom.clock.now();
  }

  Newsroom newsroom;
  std::unique_ptr<Ingest> ingest;
  std::unique_ptr<Poller> poller;
};

}  // namespace tipoff::fakes
