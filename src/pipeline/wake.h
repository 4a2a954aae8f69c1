// The wake-up socket: how a command tells the daemon that there is something new in the store, or
// in the files that people write.
#pragma once

#include <filesystem>

namespace tipoff {

/// `tipoffd.sock`, in the state directory: beside the store.
[[nodiscard]] std::filesystem::path wake_socket(const std::filesystem::path& store);

/// The daemon's end. Without a socket (a path that is too long for one) it works all the same: the
/// loop looks at the store once a second.
class WakeListener {
 public:
  /// Takes the place of a socket that a killed daemon left behind: hold the store's InstanceLock.
  explicit WakeListener(const std::filesystem::path& store);
  WakeListener(const WakeListener&) = delete;
  WakeListener& operator=(const WakeListener&) = delete;
  ~WakeListener();

  /// Readable when somebody called; -1: there is no socket.
  [[nodiscard]] int descriptor() const { return descriptor_; }

  /// Forgets the calls that wait. Whether one of them asked for a reload. Never blocks.
  bool drain();

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

/// Look at the store, or read all files anew, as after SIGHUP.
enum class WakeCall : char { look = '\n', reload = 'r' };

/// Never blocks. False: nobody listens.
bool wake_daemon(const std::filesystem::path& store, WakeCall call = WakeCall::look);

}  // namespace tipoff
