// The wake-up socket, called and not called.
#include "pipeline/wake.h"

#include <fstream>
#include <string>

#include <poll.h>

#include "catch.h"
#include "fakes/temporary_folder.h"
#include "pipeline/log.h"

namespace tipoff {
namespace {

bool is_readable(int descriptor) {
  pollfd waits{.fd = descriptor, .events = POLLIN, .revents = 0};
  return ::poll(&waits, 1, 0) == 1;
}

}  // namespace

TEST_CASE("A call makes the listener readable, until it is drained", "[wake]") {
  const fakes::TemporaryFolder folder;
  const auto store = folder.path() / "tipoff.db";
  WakeListener listener(store);
  CHECK_FALSE(is_readable(listener.descriptor()));

  CHECK(wake_daemon(store));
  CHECK(wake_daemon(store));
  CHECK(is_readable(listener.descriptor()));

  listener.drain();
  CHECK_FALSE(is_readable(listener.descriptor()));
}

TEST_CASE("Without a listener a call reaches nobody", "[wake]") {
  const fakes::TemporaryFolder folder;
  const auto store = folder.path() / "tipoff.db";
  CHECK_FALSE(wake_daemon(store));
  {
    const WakeListener listener(store);
  }
  CHECK_FALSE(wake_daemon(store));
  CHECK_FALSE(std::filesystem::exists(wake_socket(store)));
}

TEST_CASE("A socket that a killed daemon left behind is replaced", "[wake]") {
  const fakes::TemporaryFolder folder;
  const auto store = folder.path() / "tipoff.db";
  std::ofstream(wake_socket(store)) << "left behind";
  const WakeListener listener(store);
  CHECK(listener.descriptor() >= 0);
  CHECK(wake_daemon(store));
}

TEST_CASE("A flood of calls never blocks, and all of them count as heard", "[wake]") {
  const fakes::TemporaryFolder folder;
  const auto store = folder.path() / "tipoff.db";
  WakeListener listener(store);
  for (int i = 0; i < 2000; ++i) REQUIRE(wake_daemon(store));
  listener.drain();
  CHECK_FALSE(is_readable(listener.descriptor()));
}

TEST_CASE("A path that is too long for a socket is done without", "[wake]") {
  silence_log();
  const fakes::TemporaryFolder folder;
  const auto deep = folder.path() / std::string(120, 'd');
  std::filesystem::create_directories(deep);
  WakeListener listener(deep / "tipoff.db");
  CHECK(listener.descriptor() == -1);
  listener.drain();
  CHECK_FALSE(wake_daemon(deep / "tipoff.db"));
}

}  // namespace tipoff
