// Others than feeds at the gate of the hosts.
#include "catch.h"
#include "fakes/newsroom.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

constexpr const char* hub = "https://wire.example/hub";

struct Gate {
  fakes::Newsroom newsroom;
  Poller poller;
  Time now;

  explicit Gate(const std::string& more = "")
      : newsroom(more, fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()),
        poller(newsroom.network, *newsroom.assembly, *newsroom.database, newsroom.clock.now()),
        now(newsroom.clock.now()) {}
};

}  // namespace

TEST_CASE("A host that is full lets nobody in until one has left", "[poller]") {
  Gate gate("[fetch]\nper_host = 1\n");
  CHECK(gate.poller.opens_for_other(hub, gate.now) == gate.now);
  gate.poller.other_started(hub, gate.now);
  CHECK_FALSE(gate.poller.opens_for_other("https://wire.example/another", gate.now));
  CHECK(gate.poller.opens_for_other("https://press.example/", gate.now) == gate.now);
  gate.poller.other_finished(hub, std::nullopt);
  CHECK(gate.poller.opens_for_other(hub, gate.now) == gate.now);
}

TEST_CASE("A feed on its way counts for others too", "[poller]") {
  Gate gate("[fetch]\nper_host = 1\n");
  gate.poller.start_due(gate.now);
  CHECK_FALSE(gate.poller.opens_for_other(hub, gate.now));
}

TEST_CASE("What a host says to others is remembered like what it says to feeds", "[poller]") {
  Gate gate("[fetch]\nhost_budget = 24\n");
  gate.poller.other_started(hub, gate.now);
  gate.poller.other_finished(hub, gate.now + 30min);
  gate.poller.remember_other(hub, gate.now + 30min);
  const FeedTable table(*gate.newsroom.database);
  CHECK(table.held_hosts(gate.now).at("wire.example") == gate.now + 30min);
  CHECK(table.paces().contains("wire.example"));
  const auto opens = gate.poller.opens_for_other(hub, gate.now);
  CHECK(opens.value() > gate.now + 30min);  // one an hour
}

}  // namespace tipoff
