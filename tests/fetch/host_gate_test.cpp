#include "fetch/host_gate.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;
}  // namespace

TEST_CASE("A host is asked by so many at once, and no other host notices", "[host_gate]") {
  HostGate gate(2);
  gate.started("wire.example", noon);
  CHECK(gate.may_start("wire.example", noon));
  gate.started("wire.example", noon);
  CHECK_FALSE(gate.may_start("wire.example", noon));
  CHECK(gate.may_start("other.example", noon));

  gate.finished("wire.example");
  CHECK(gate.may_start("wire.example", noon));
}

TEST_CASE("A held host waits until its time, and a shorter hold changes nothing", "[host_gate]") {
  HostGate gate(2);
  gate.hold("wire.example", noon + 1h);
  gate.hold("wire.example", noon + 1min);

  CHECK_FALSE(gate.may_start("wire.example", noon + 59min));
  CHECK(gate.held_until("wire.example", noon) == noon + 1h);
  CHECK(gate.may_start("wire.example", noon + 1h));
  CHECK_FALSE(gate.held_until("wire.example", noon + 1h));
}

TEST_CASE("A hold outlives the transfers that run", "[host_gate]") {
  HostGate gate(1);
  gate.started("wire.example", noon);
  gate.hold("wire.example", noon + 1h);
  gate.finished("wire.example");
  CHECK(gate.running("wire.example") == 0);
  CHECK_FALSE(gate.may_start("wire.example", noon));

  gate.tidy(noon);
  CHECK_FALSE(gate.may_start("wire.example", noon));
  gate.tidy(noon + 2h);
  CHECK(gate.may_start("wire.example", noon));
}

TEST_CASE("Files have no host, and no limit", "[host_gate]") {
  HostGate gate(1);
  gate.started("", noon);
  gate.hold("", noon + 1h);
  CHECK(gate.may_start("", noon));
}

TEST_CASE("More finishes than starts leave the limit as it is", "[host_gate]") {
  HostGate gate(1);
  gate.hold("wire.example", noon);
  gate.finished("wire.example");
  gate.started("wire.example", noon);
  CHECK_FALSE(gate.may_start("wire.example", noon));
}

}  // namespace tipoff
