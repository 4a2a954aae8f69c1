// The lines of docs/polling.md that only real sockets can show.
#include <algorithm>

#include "catch.h"
#include "fakes/fetching.h"
#include "fakes/loopback_server.h"
#include "fetch/poll.h"

using namespace std::chrono_literals;
using Catch::Contains;
using Catch::StartsWith;

namespace tipoff {

using fakes::fetch;
using fakes::LoopbackServer;
using fakes::RawAnswer;
using fakes::since;
using fakes::to;

namespace {

const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

Feed feed_at(const std::string& url) {
  Feed feed;
  feed.url = url;
  feed.allow_private_networks = true;
  return feed;
}

/// A gzip file of stored blocks: no compressor is needed to show what decompression may cost.
std::string gzip_of(const std::string& bytes) {
  std::string file("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  const auto little = [&](std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) file += static_cast<char>((value >> (8 * i)) & 0xFFU);
  };
  for (std::size_t at = 0; at < bytes.size() || at == 0;) {
    const std::size_t length = std::min<std::size_t>(bytes.size() - at, 65535);
    file += static_cast<char>(at + length == bytes.size() ? 1 : 0);
    little(static_cast<std::uint32_t>(length), 2);
    little(static_cast<std::uint32_t>(~length & 0xFFFFU), 2);
    file.append(bytes, at, length);
    at += std::max<std::size_t>(length, 1);
  }
  little(~crc, 4);
  little(static_cast<std::uint32_t>(bytes.size()), 4);
  return file;
}

}  // namespace

TEST_CASE("GET only, no cookies, no Referer, honest User-Agent with contact", "[polite]") {
  LoopbackServer server;
  server.answer("/rss", "302 Found", "Location: /news\r\nSet-Cookie: id=1\r\n", "");
  server.answer("/news", "200 OK", "Set-Cookie: id=2\r\n", "<rss/>");
  FetchSettings settings;
  settings.contact = "https://tipoff.example/bot";
  CurlTransport network;
  for (int times = 0; times < 2; ++times) {
    const auto request = poll_request(feed_at(server.url("/rss")), {}, settings, noon);
    CHECK(fetch(network, request).status == 200);
  }
  REQUIRE(server.requests().size() == 4);
  for (const std::string& head : server.requests()) {
    CHECK_THAT(head, StartsWith("GET "));
    CHECK_THAT(head, Contains("User-Agent: Tipoff/") && Contains("(+https://tipoff.example/bot)"));
    CHECK_THAT(head, !Contains("Cookie") && !Contains("Referer"));
  }
}

TEST_CASE("The body is capped after decompression, also in gzip within gzip", "[polite]") {
  LoopbackServer server;
  const std::string zeros(300'000, '\0');
  server.answer("/bomb", "200 OK", "Content-Encoding: gzip\r\n", gzip_of(zeros));
  server.answer("/nested", "200 OK", "Content-Encoding: gzip, gzip\r\n", gzip_of(gzip_of(zeros)));
  server.answer("/chain", "200 OK", "Content-Encoding: gzip, gzip, gzip\r\n",
                gzip_of(gzip_of(gzip_of("<rss/>"))));
  server.answer("/honest", "200 OK", "Content-Encoding: gzip, gzip\r\n",
                gzip_of(gzip_of("<rss/>")));
  auto request = to(server.url("/bomb"));
  request.body_cap = 1U << 20;
  CHECK(fetch(request).body.size() == zeros.size());
  request.body_cap = 256U << 10;
  CHECK_THAT(fetch(request).failure, Contains("more than 256 kB"));
  request.url = server.url("/nested");
  CHECK_THAT(fetch(request).failure, Contains("more than 256 kB"));
  request.url = server.url("/chain");
  CHECK(fetch(request).failure == "the server packed its answer more than twice");
  request.url = server.url("/honest");
  CHECK(fetch(request).body == "<rss/>");
}

TEST_CASE("The address is checked at connect time, after DNS, also when the name's address changes",
          "[polite]") {
  LoopbackServer server;
  const std::string at = "http://news.rebinds:" + std::to_string(server.port());
  server.answer("/rss", "302 Found", "Location: " + at + "/again\r\n", "");
  server.answer("/again", "200 OK", "", "secrets");

  const auto response = fetch(to(at + "/rss"));

  CHECK(response.status == 0);
  CHECK_THAT(response.failure, Contains("news.rebinds") && Contains("169.254.169.254") &&
                                   Contains("is link-local, a metadata service"));
  CHECK(server.requests().size() == 1);
}

TEST_CASE("A byte at a time does not get more time than the time-out", "[hostile]") {
  LoopbackServer server;
  RawAnswer slow;
  slow.pieces = {"HTTP/1.1 200 OK\r\n\r\n"};
  slow.pieces.resize(200, "x");
  slow.pause = 20ms;
  server.answer("/body", slow);
  slow.pieces.assign(200, "x");
  slow.pieces.front() = "HTTP/1.1 200 OK\r\nX: ";
  server.answer("/head", slow);
  const std::string path = GENERATE("/body", "/head");
  auto request = to(server.url(path));
  request.timeout = 300ms;
  const auto start = std::chrono::steady_clock::now();

  CHECK_THAT(fetch(request).failure, Contains("0.3 s"));
  CHECK(since(start) < 2s);
}

TEST_CASE("Redirects share one time-out", "[hostile]") {
  LoopbackServer server;
  auto hop = LoopbackServer::whole("302 Found", "Location: /loop\r\n", "");
  hop.pieces.insert(hop.pieces.begin(), "");
  hop.pause = 150ms;
  server.answer("/loop", hop);
  auto request = to(server.url("/loop"));
  request.timeout = 400ms;
  const auto start = std::chrono::steady_clock::now();

  CHECK(fetch(request).status == 0);
  CHECK(since(start) < 1s);
}

TEST_CASE("Endless and broken chunks end with a reason", "[hostile]") {
  LoopbackServer server;
  RawAnswer chunks;
  chunks.pieces = {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"};
  chunks.pieces.resize(100, "1000\r\n" + std::string(4096, 'x') + "\r\n");
  server.answer("/endless", chunks);
  chunks.pieces = {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n????"};
  server.answer("/broken", chunks);
  auto request = to(server.url("/endless"));
  request.body_cap = 64U << 10;
  CHECK(fetch(request).failure == "the server sent more than 64 kB");
  request.url = server.url("/broken");
  CHECK_THAT(fetch(request).failure, StartsWith("the connection to 127.0.0.1 broke"));
}

TEST_CASE("Two lengths that contradict each other do not make a longer wait", "[hostile]") {
  LoopbackServer server;
  RawAnswer lying;
  lying.pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5000\r\n\r\nhello"};
  lying.hangs = true;
  server.answer("/", lying);
  auto request = to(server.url("/"));
  request.timeout = 500ms;
  const auto start = std::chrono::steady_clock::now();
  const auto response = fetch(request);
  CHECK((response.status == 0 || response.body == "hello"));
  CHECK(since(start) < 2s);
}

TEST_CASE("A server that speaks no TLS where it should fails at once, with a reason", "[hostile]") {
  LoopbackServer server;
  RawAnswer plain;
  plain.pieces = {"HTTP/1.1 400 Bad Request\r\n\r\n"};
  server.answer("/", plain);
  auto request = to("https://127.0.0.1:" + std::to_string(server.port()) + "/");
  request.timeout = 1s;
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(fetch(request).failure.empty());
  CHECK(since(start) < 3s);
}

}  // namespace tipoff
