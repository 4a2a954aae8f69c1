// A datagram socket in the file system; the datagram is one byte, the call.
#include "pipeline/wake.h"

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "pipeline/log.h"

namespace tipoff {
namespace {

constexpr mode_t owner_and_group = 0660;

std::optional<sockaddr_un> address_of(const std::filesystem::path& path) {
  sockaddr_un address{};
  const std::string name = path.string();
  if (name.size() >= sizeof address.sun_path) return std::nullopt;
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
  return address;
}

int datagram_socket() {
  return ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

}  // namespace

std::filesystem::path wake_socket(const std::filesystem::path& store) {
  return store.parent_path() / "tipoffd.sock";
}

WakeListener::WakeListener(const std::filesystem::path& store) : path_(wake_socket(store)) {
  const auto address = address_of(path_);
  if (address) descriptor_ = datagram_socket();
  ::unlink(path_.c_str());
  if (descriptor_ >= 0 &&
      ::bind(descriptor_, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0) {
    ::chmod(path_.c_str(), owner_and_group);
    return;
  }
  log(Severity::warning, "wake.unavailable",
      {{"socket", path_.string()},
       {"reason", address ? std::strerror(errno) : "the path is too long"}});
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

WakeListener::~WakeListener() {
  if (descriptor_ < 0) return;
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

bool WakeListener::drain() {
  bool reload = false;
  char said = 0;
  while (descriptor_ >= 0 && ::recv(descriptor_, &said, sizeof said, 0) >= 0)
    reload = reload || said == static_cast<char>(WakeCall::reload);
  return reload;
}

bool wake_daemon(const std::filesystem::path& store, WakeCall call) {
  const auto address = address_of(wake_socket(store));
  const int descriptor = address ? datagram_socket() : -1;
  if (descriptor < 0) return false;
  const char said = static_cast<char>(call);
  const bool sent = ::sendto(descriptor, &said, sizeof said, MSG_NOSIGNAL,
                             reinterpret_cast<const sockaddr*>(&*address), sizeof *address) >= 0;
  const bool calls_wait_already = !sent && (errno == EAGAIN || errno == ENOBUFS);
  ::close(descriptor);
  return sent || calls_wait_already;
}

}  // namespace tipoff
