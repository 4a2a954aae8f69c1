#include "signals.h"

#include <csignal>

#include <unistd.h>

#include "catch.h"

namespace tipoff {

TEST_CASE("Signals wait in a descriptor until they are taken", "[signals]") {
  Signals signals;
  CHECK_FALSE(signals.take().stop);

  ::kill(::getpid(), SIGHUP);
  auto seen = signals.take();
  CHECK(seen.reload);
  CHECK_FALSE(seen.stop);

  ::kill(::getpid(), SIGTERM);
  ::kill(::getpid(), SIGHUP);
  seen = signals.take();
  CHECK(seen.reload);
  CHECK(seen.stop);
  CHECK_FALSE(signals.take().reload);
}

}  // namespace tipoff
