// What answers may take of memory while they wait for their turn.
#include <algorithm>

#include "catch.h"
#include "fakes/fetching.h"
#include "fakes/loopback_server.h"
#include "net/curl_transport.h"

using namespace std::chrono_literals;

namespace tipoff {

using fakes::LoopbackServer;
using fakes::since;
using fakes::to;

TEST_CASE("Bodies that arrive together are handed over a megabyte a turn", "[net]") {
  constexpr std::size_t size = 100'000;
  LoopbackServer server;
  server.answer("/", "200 OK", "", std::string(size, 'x'));
  CurlTransport network;
  std::size_t arrived = 0;
  std::size_t this_turn = 0;
  for (int i = 0; i < 60; ++i)
    network.start(to(server.url("/")), [&](const Response& response) {
      ++arrived;
      this_turn += response.body.size();
    });
  const auto start = std::chrono::steady_clock::now();
  while (arrived < 60 && since(start) < 10s) {
    this_turn = 0;
    std::this_thread::sleep_for(20ms);  // so that more can arrive than a turn hands over
    network.turn(100ms, {});
    CHECK(this_turn < (1U << 20U) + size);
  }

  CHECK(arrived == 60);
}

TEST_CASE("Nothing is begun while many answers wait for delivery", "[net]") {
  LoopbackServer server;
  server.answer("/", "200 OK", "", std::string(100'000, 'x'));
  TransportLimits limits;
  limits.at_once = 100;
  CurlTransport network(limits);
  std::size_t arrived = 0;
  for (int i = 0; i < 600; ++i)
    network.start(to(server.url("/")), [&](const Response&) { ++arrived; });
  const auto start = std::chrono::steady_clock::now();
  std::size_t most = 0;
  while (arrived < 600 && since(start) < 20s) {
    network.turn(100ms, {});
    most = std::max(most, server.requests().size() - arrived);
  }

  CHECK(arrived == 600);
  CHECK(most <= 100 + 64);
}

}  // namespace tipoff
