// CurlTransport against real sockets: what arrives, what is refused, and that nobody waits for a
// slow one.
#include "net/curl_transport.h"

#include <dlfcn.h>
#include <netdb.h>

#include <atomic>
#include <optional>

#include "catch.h"
#include "fakes/fetching.h"
#include "fakes/loopback_server.h"

// Stands before the C library's: names that end in .never-answers are looked up for a minute, names
// that end in .rebinds are this machine's at first, and a metadata service's from then on.
extern "C" int getaddrinfo(const char* node, const char* service, const addrinfo* hints,
                           addrinfo** result) {
  if (node != nullptr && std::string_view(node).ends_with(".never-answers"))
    std::this_thread::sleep_for(std::chrono::minutes{1});
  static std::atomic<int> rebinds = 0;
  if (node != nullptr && std::string_view(node).ends_with(".rebinds"))
    node = rebinds++ == 0 ? "127.0.0.1" : "169.254.169.254";
  using Lookup = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
  return reinterpret_cast<Lookup>(::dlsym(RTLD_NEXT, "getaddrinfo"))(node, service, hints, result);
}

using namespace std::chrono_literals;
using Catch::Contains;
using Catch::StartsWith;

namespace tipoff {

using fakes::fetch;
using fakes::LoopbackServer;
using fakes::RawAnswer;
using fakes::since;
using fakes::to;

TEST_CASE("An answer arrives with status, headers in lower case and body", "[net]") {
  LoopbackServer server;
  server.answer("/rss", "200 OK", "Content-Type: application/rss+xml\r\nETag: \"7\"\r\n", "<rss/>");

  const auto response = fetch(to(server.url("/rss")));

  CHECK(response.status == 200);
  CHECK(response.body == "<rss/>");
  CHECK(header(response, "etag") == "\"7\"");
  CHECK(header(response, "content-type") == "application/rss+xml");
  CHECK(response.url == server.url("/rss"));
  CHECK(response.moved_to.empty());
  CHECK(response.failure.empty());
}

TEST_CASE("A request carries its headers, offers gzip, and no cookie or referer", "[net]") {
  LoopbackServer server;
  server.answer("/a", "302 Found", "Location: /b\r\nSet-Cookie: id=1\r\n", "");
  server.answer("/b", "200 OK", "", "b");
  auto request = to(server.url("/a"));
  request.headers = {"User-Agent: Tipoff/0", "If-None-Match: \"7\"", "X-Evil: a\r\nX-Injected: b"};

  CHECK(fetch(request).status == 200);

  REQUIRE(server.requests().size() == 2);
  for (const auto& head : server.requests()) {
    CHECK_THAT(head, Contains("User-Agent: Tipoff/0\r\n") && Contains("If-None-Match: \"7\"\r\n") &&
                         Contains("Accept-Encoding: gzip, deflate\r\n"));
    CHECK_THAT(head, !Contains("Cookie") && !Contains("Referer") && !Contains("X-Injected"));
  }
}

TEST_CASE("A 304 is an answer without a body", "[net]") {
  LoopbackServer server;
  RawAnswer unchanged;
  unchanged.pieces = {"HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n"};
  server.answer("/rss", unchanged);

  const auto response = fetch(to(server.url("/rss")));

  CHECK(response.status == 304);
  CHECK(response.body.empty());
}

TEST_CASE(
    "A message is posted with its body, and a redirect is an answer where none may be followed",
    "[net]") {
  LoopbackServer server;
  server.answer("/hook", "307 Temporary Redirect", "Location: /elsewhere\r\n", "");
  auto request = to(server.url("/hook"));
  request.post = true;
  request.most_redirects = 0;
  request.headers = {"Content-Type: application/json"};
  request.body = R"({"type":"webhook.test"})";

  const auto response = fetch(request);

  CHECK(response.status == 307);
  REQUIRE(server.requests().size() == 1);
  CHECK_THAT(server.requests().front(),
             StartsWith("POST /hook ") && Contains(R"({"type":"webhook.test"})"));
}

TEST_CASE("An interim answer's headers are forgotten", "[net]") {
  LoopbackServer server;
  RawAnswer two;
  two.pieces = {"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"};
  server.answer("/", two);

  const auto response = fetch(to(server.url("/")));

  CHECK(response.status == 200);
  CHECK(header(response, "link").empty());
}

TEST_CASE("A body over the cap is refused, with and without its length", "[net]") {
  LoopbackServer server;
  server.answer("/long", "200 OK", "", std::string(3000, 'x'));
  RawAnswer endless;
  endless.pieces = {"HTTP/1.1 200 OK\r\n\r\n", std::string(3000, 'x')};
  server.answer("/endless", endless);
  for (const auto* path : {"/long", "/endless"}) {
    auto request = to(server.url(path));
    request.body_cap = 2048;
    const auto response = fetch(request);
    CHECK(response.status == 0);
    CHECK(response.body.empty());
    CHECK(response.failure == "the server sent more than 2 kB");
  }
}

TEST_CASE("Endless headers are refused", "[net]") {
  LoopbackServer server;
  RawAnswer endless;
  endless.pieces.assign(40, "X-Noise: " + std::string(4000, 'n') + "\r\n");
  endless.pieces.front() = "HTTP/1.1 200 OK\r\n";
  server.answer("/", endless);

  CHECK(fetch(to(server.url("/"))).failure == "the server sent more than 64 kB of headers");
}

TEST_CASE("Each way to fail has its own sentence", "[net]") {
  LoopbackServer server;
  RawAnswer silent;
  silent.hangs = true;
  server.answer("/silent", silent);
  RawAnswer half;
  half.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"};
  server.answer("/cut", half);
  half.hangs = true;
  server.answer("/half", half);
  RawAnswer chunks;
  chunks.pieces = {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"};
  server.answer("/chunks", chunks);
  server.answer("/nothing", RawAnswer{});
  RawAnswer reset;
  reset.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"};
  reset.pause = 20ms;
  reset.resets = true;
  server.answer("/reset", reset);
  server.answer("/not-gzip", "200 OK", "Content-Encoding: gzip\r\n", "<rss/>");
  server.answer("/brotli", "200 OK", "Content-Encoding: br\r\n", "????");

  const auto [path, sentence] = GENERATE(table<std::string, std::string>({
      {"/silent", "no answer within 0.3 s"},
      {"/half", "the answer was not complete after 0.3 s"},
      {"/cut", "the connection ended before the whole answer had arrived"},
      {"/chunks", "the connection ended before the whole answer had arrived"},
      {"/nothing", "127.0.0.1 closed the connection without an answer"},
      {"/reset", "the connection to 127.0.0.1 broke"},
      {"/not-gzip", "the server called its answer gzip, but it is none or not whole"},
      {"/brotli", "the server packed its answer as br, which was not asked for"},
  }));
  CAPTURE(path);
  auto request = to(server.url(path));
  request.timeout = 300ms;

  const auto response = fetch(request);

  CHECK(response.status == 0);
  CHECK(response.body.empty());
  CHECK_THAT(response.failure, StartsWith(sentence));
}

TEST_CASE("A closed port and an address that is none are told apart", "[net]") {
  std::string closed;
  {
    LoopbackServer gone;
    closed = gone.url("/");
  }
  CHECK(fetch(to(closed)).failure == "127.0.0.1 refused the connection");
  CHECK(fetch(to("ftp://wire.example/rss")).failure ==
        "only http and https addresses can be asked");
  CHECK(fetch(to("wire example")).failure == "the address is not a valid URL");
  CHECK(fetch(to("file:///etc/hostname")).failure == "only http and https addresses can be asked");
}

TEST_CASE("A slow answer holds up none of the others", "[net]") {
  LoopbackServer server;
  RawAnswer silent;
  silent.hangs = true;
  server.answer("/silent", silent);
  server.answer("/quick", "200 OK", "", "quick");
  CurlTransport network;
  for (int i = 0; i < 20; ++i) network.start(to(server.url("/silent")), [](const Response&) {});
  const auto start = std::chrono::steady_clock::now();

  CHECK(fetch(network, to(server.url("/quick"))).body == "quick");

  CHECK(since(start) < 1s);
}

TEST_CASE("A pause in which nobody looked is not held against the servers", "[net]") {
  LoopbackServer server;
  auto answer = LoopbackServer::whole("200 OK", "", "late");
  answer.pieces.insert(answer.pieces.begin(), "");
  answer.pause = 100ms;
  server.answer("/", answer);
  auto request = to(server.url("/"));
  request.timeout = 400ms;
  CurlTransport network;
  std::optional<Response> arrived;
  network.start(request, [&](Response response) { arrived = std::move(response); });
  network.turn(10ms, {});
  std::this_thread::sleep_for(600ms);
  const auto start = std::chrono::steady_clock::now();
  while (!arrived && since(start) < 3s) network.turn(100ms, {});
  REQUIRE(arrived);
  CHECK(arrived->body == "late");
}

TEST_CASE("A request knows nothing of the one before it", "[net]") {
  LoopbackServer server;
  server.answer("/hook", "200 OK", "", "");
  server.answer("/rss", "200 OK", "", "news");
  auto hook = to(server.url("/hook"));
  hook.post = true;
  hook.body = "secret";
  hook.headers = {"X-Secret: 1"};
  CurlTransport network;
  CHECK(fetch(network, hook).status == 200);
  auto plain = to(server.url("/rss"));
  plain.body_cap = 4;
  CHECK(fetch(network, plain).body == "news");
  CHECK_THAT(server.requests().back(), StartsWith("GET /rss ") && !Contains("ecret"));
}

TEST_CASE("A thousand transfers share the descriptors there are", "[net]") {
  LoopbackServer server;
  server.answer("/", "200 OK", "", "x");
  TransportLimits limits;
  limits.at_once = 16;
  CurlTransport network(limits);
  int arrived = 0;
  for (int i = 0; i < 1000; ++i)
    network.start(to(server.url("/")),
                  [&](const Response& response) { arrived += response.status == 200; });
  const auto start = std::chrono::steady_clock::now();
  while (arrived < 1000 && since(start) < 10s) network.turn(100ms, {});

  CHECK(arrived == 1000);
}

TEST_CASE("Names that never resolve hold up neither addresses nor other names, nor the end",
          "[net]") {
  LoopbackServer server;
  server.answer("/", "200 OK", "", "x");
  const auto start = std::chrono::steady_clock::now();
  {
    TransportLimits limits;
    limits.names_at_once = 8;
    limits.slow_name = 50ms;
    CurlTransport network(limits);
    for (int i = 0; i < 30; ++i)
      network.start(to("http://h" + std::to_string(i) + ".never-answers/"), [](const Response&) {});
    CHECK(fetch(network, to(server.url("/"))).status == 200);
    CHECK(since(start) < 500ms);
    CHECK(fetch(network, to("http://localhost:" + std::to_string(server.port()) + "/")).status ==
          200);
    CHECK(since(start) < 1s);
  }
  CHECK(since(start) < 1500ms);
}

TEST_CASE("A name that is not answered fails in its time, by its own sentence", "[net]") {
  auto request = to("http://a.never-answers/");
  request.connect_timeout = 200ms;
  const auto start = std::chrono::steady_clock::now();

  CHECK(fetch(request).failure == "the name a.never-answers could not be looked up within 0.2 s");
  CHECK(since(start) < 2s);
}

TEST_CASE("A turn ends when a descriptor can be read, and when its time is over", "[net]") {
  CurlTransport network;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  auto start = std::chrono::steady_clock::now();
  network.turn(50ms, {ends[0]});
  CHECK(since(start) >= 50ms);

  REQUIRE(::write(ends[1], "x", 1) == 1);
  start = std::chrono::steady_clock::now();
  network.turn(5s, {ends[0]});
  CHECK(since(start) < 1s);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("Many large answers come a few at a turn, and all of them come", "[net]") {
  LoopbackServer server;
  const std::string body(700'000, 'x');
  server.answer("/", "200 OK", "", body);
  CurlTransport network;
  int arrived = 0;
  for (int i = 0; i < 8; ++i)
    network.start(to(server.url("/")), [&](const Response& response) {
      ++arrived;
      CHECK(response.body == body);
    });
  std::this_thread::sleep_for(100ms);
  const auto start = std::chrono::steady_clock::now();
  while (arrived < 8 && since(start) < 10s) {
    const int before = arrived;
    network.turn(1s, {});
    CHECK(arrived - before <= 2);
  }
  CHECK(arrived == 8);
}

TEST_CASE("Large bodies that wait for room arrive whole, and fail when they are too large",
          "[net]") {
  LoopbackServer server;
  std::string body;
  for (int i = 0; body.size() < (3U << 20U); ++i) body += std::to_string(i) + '\n';
  server.answer("/", "200 OK", "", body);
  RawAnswer larger;  // without a length
  larger.pieces = {"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + std::string(7U << 20U, 'x')};
  server.answer("/larger", larger);
  CurlTransport network;
  int whole = 0;
  int refused = 0;
  for (int i = 0; i < 12; ++i) {
    auto request = to(server.url(i % 3 == 0 ? "/larger" : "/"));
    request.body_cap = 6U << 20U;
    network.start(std::move(request), [&](const Response& response) {
      whole += response.body == body ? 1 : 0;
      refused += response.failure == "the server sent more than 6 MB" ? 1 : 0;
    });
  }
  const auto start = std::chrono::steady_clock::now();
  while (whole + refused < 12 && since(start) < 20s) network.turn(1s, {});
  CHECK(whole == 8);
  CHECK(refused == 4);
}

TEST_CASE("What a response starts is part of the next turn", "[net]") {
  LoopbackServer server;
  server.answer("/", "200 OK", "", "x");
  CurlTransport network;
  int arrived = 0;
  network.start(to(server.url("/")), [&](const Response&) {
    ++arrived;
    network.start(to(server.url("/")), [&](const Response&) { ++arrived; });
  });
  const auto start = std::chrono::steady_clock::now();
  while (arrived < 2 && since(start) < 5s) network.turn(1s, {});
  CHECK(arrived == 2);
}

}  // namespace tipoff
