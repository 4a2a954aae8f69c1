// Signals as a descriptor: they arrive in the loop, between two steps, never in the middle of one.
#pragma once

namespace tipoff {

struct SignalsSeen {
  bool stop = false;    // SIGTERM, SIGINT
  bool reload = false;  // SIGHUP
};

/// Blocks SIGTERM, SIGINT and SIGHUP for this thread and the ones it starts, and takes them through
/// a descriptor instead. SIGPIPE is ignored. Made before the first thread is.
class Signals {
 public:
  Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;
  ~Signals();

  /// Readable when a signal waits.
  [[nodiscard]] int descriptor() const { return descriptor_; }

  /// All that wait. Never blocks.
  [[nodiscard]] SignalsSeen take();

 private:
  int descriptor_ = -1;
};

}  // namespace tipoff
