// CurlTransport: the real door to the network, thousands of transfers at once on one thread.
#pragma once

#include <deque>
#include <memory>
#include <unordered_map>

#include "net/transfer.h"

namespace tipoff {

struct TransportLimits {
  /// Transfers under way at once; 0: what the limit of open files (RLIMIT_NOFILE) bears.
  std::size_t at_once = 0;
  /// A name being looked up is a thread of its own. Names that have been waited for longer than
  /// `slow_name` no longer stand in the way of others, up to `slow_names` of them.
  std::size_t names_at_once = 64;
  std::size_t slow_names = 448;
  std::chrono::milliseconds slow_name{250};
};

class CurlTransport final : public Transport {
 public:
  explicit CurlTransport(TransportLimits limits = {});
  ~CurlTransport() override;  // gives up what is under way, at once; those `done` are not called
  CurlTransport(const CurlTransport&) = delete;
  CurlTransport& operator=(const CurlTransport&) = delete;

  void start(Request request, OnResponse done) override;
  void turn(std::chrono::milliseconds longest, const std::vector<int>& descriptors) override;

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;
  using Waiting = std::deque<std::unique_ptr<Transfer>>;

  struct Running {
    std::unique_ptr<Transfer> transfer;
    SteadyTime since;
  };

  void admit();
  [[nodiscard]] std::size_t room_for_names() const;
  void run(std::unique_ptr<Transfer> transfer);
  void move_on();
  void finish(CURL* easy, CURLcode code);
  bool deliver();
  void excuse_pause();
  void leave() { left_at_ = std::chrono::steady_clock::now(); }
  [[nodiscard]] std::chrono::milliseconds patience(std::chrono::milliseconds left) const;

  TransportLimits limits_;
  BodyRoom room_;
  CurlMulti multi_;
  std::unordered_map<CURL*, Running> running_;
  Waiting addresses_;  // transfers whose host is an address
  Waiting names_;      // transfers whose host must be looked up
  Waiting complete_;   // their `done` is called by the next turn
  std::vector<CurlEasy> spare_;
  SteadyTime left_at_{};  // when the last turn ended
};

}  // namespace tipoff
