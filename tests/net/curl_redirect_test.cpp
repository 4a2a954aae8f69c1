// CurlTransport on redirects and addresses: where it follows, and where it refuses to connect.
#include "catch.h"
#include "fakes/fetching.h"
#include "fakes/loopback_server.h"

using namespace std::chrono_literals;
using Catch::Contains;
using Catch::StartsWith;

namespace tipoff {

using fakes::fetch;
using fakes::LoopbackServer;
using fakes::since;
using fakes::to;

TEST_CASE("A feed that has moved for good says where, one that moved for now does not", "[net]") {
  LoopbackServer server;
  server.answer("/old", "301 Moved", "Location: /middle\r\n", "");
  server.answer("/middle", "308 Moved", "Location: /new\r\n", "");
  server.answer("/mixed", "301 Moved", "Location: /for-now\r\n", "");
  server.answer("/for-now", "302 Found", "Location: /new\r\n", "");
  server.answer("/new", "200 OK", "", "news");

  const auto moved = fetch(to(server.url("/old")));
  CHECK(moved.body == "news");
  CHECK(moved.moved_to == server.url("/new"));

  const auto mixed = fetch(to(server.url("/mixed")));
  CHECK(mixed.url == server.url("/new"));
  CHECK(mixed.moved_to.empty());
}

TEST_CASE("A redirect is followed without delay", "[net]") {
  LoopbackServer server;
  server.answer("/a", "302 Found", "Location: /b\r\n", "");
  server.answer("/b", "200 OK", "", "b");
  const auto start = std::chrono::steady_clock::now();

  CHECK(fetch(to(server.url("/a"))).body == "b");

  CHECK(since(start) < 500ms);
}

TEST_CASE("A circle of redirects ends", "[net]") {
  LoopbackServer server;
  server.answer("/loop", "302 Found", "Location: /loop\r\n", "");

  const auto response = fetch(to(server.url("/loop")));

  CHECK(response.status == 0);
  CHECK(response.failure == "the server redirected more than 5 times");
  CHECK(server.requests().size() == 6);
}

TEST_CASE("A redirect to a file, a metadata address or another protocol is refused", "[net]") {
  LoopbackServer server;
  const auto [target, reason] = GENERATE(table<std::string, std::string>({
      {"file:///etc/hostname",
       "the server redirected to an address that is neither http nor https"},
      {"gopher://127.0.0.1/", "the server redirected to an address that is neither http nor https"},
      {"http://169.254.169.254/latest",
       "169.254.169.254 is link-local, a metadata service or otherwise never asked"},
      {"http://[::ffff:169.254.169.254]/",
       "[::ffff:169.254.169.254] is link-local, a metadata service or otherwise never asked"},
      {"http://0xa9.0xfe.0xa9.0xfe/",
       "169.254.169.254 is link-local, a metadata service or otherwise never asked"},
      {"http://0.0.0.0/", "0.0.0.0 is link-local, a metadata service or otherwise never asked"},
  }));
  server.answer("/", "302 Found", "Location: " + target + "\r\n", "");
  auto request = to(server.url("/"));
  request.local_files = true;

  const auto response = fetch(request);

  CHECK(response.status == 0);
  CHECK(response.failure == reason);
}

TEST_CASE("A private address is refused unless it is allowed, written or behind a name", "[net]") {
  LoopbackServer server;
  const std::string host = GENERATE("127.0.0.1", "localhost");
  auto request = to("http://" + host + ":" + std::to_string(server.port()) + "/");
  request.addresses = AddressRule::public_only;

  const auto response = fetch(request);

  CHECK(response.status == 0);
  CHECK_THAT(response.failure,
             StartsWith(host) &&
                 Contains("is in a private network, which is not allowed for this address"));
  CHECK(server.connections() == 0);
}

TEST_CASE("A connection that another request holds open is judged again", "[net]") {
  LoopbackServer server;
  auto kept = LoopbackServer::whole("200 OK", "", "x");
  kept.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"};
  kept.keeps = true;
  server.answer("/", kept);
  auto request = to("http://localhost:" + std::to_string(server.port()) + "/");
  request.keep_connection = true;
  CurlTransport network;
  CHECK(fetch(network, request).status == 200);
  CHECK(fetch(network, request).status == 200);
  CHECK(server.connections() == 1);

  request.addresses = AddressRule::public_only;
  CHECK_THAT(fetch(network, request).failure, Contains("is in a private network"));
  CHECK(server.requests().size() == 2);
}

}  // namespace tipoff
