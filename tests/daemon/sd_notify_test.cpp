#include "sd_notify.h"

#include <array>
#include <cstdlib>
#include <cstring>
#include <string>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "catch.h"
#include "fakes/temporary_folder.h"

namespace tipoff {

TEST_CASE("A state reaches the socket that systemd names", "[sd_notify]") {
  const fakes::TemporaryFolder folder;
  const std::string path = (folder.path() / "notify").string();
  const int listener = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
  REQUIRE(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  ::setenv("NOTIFY_SOCKET", path.c_str(), 1);

  sd_notify("READY=1");
  ::unsetenv("NOTIFY_SOCKET");
  sd_notify("STOPPING=1");

  std::array<char, 64> datagram{};
  const auto size = ::recv(listener, datagram.data(), datagram.size(), 0);
  REQUIRE(size > 0);
  CHECK(std::string(datagram.data(), static_cast<std::size_t>(size)) == "READY=1");
  CHECK(::recv(listener, datagram.data(), datagram.size(), 0) < 0);
  ::close(listener);
}

}  // namespace tipoff
