// The server, over real sockets on loopback.
#include "web/server.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "catch.h"
#include "pipeline/log.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

/// A connection that says what it is told to, and hears the answer to its end.
class Talk {
 public:
  explicit Talk(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  }
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;
  ~Talk() { ::close(socket_); }

  Talk& say(const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
      const auto count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) break;
      sent += static_cast<std::size_t>(count);
    }
    return *this;
  }
  std::string hear() {
    std::string heard;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::recv(socket_, bytes, sizeof bytes, 0)) > 0;)
      heard.append(bytes, static_cast<std::size_t>(count));
    return heard;
  }

 private:
  int socket_;
};

Router echo() {
  Router router;
  WebRoute post;
  post.method = "POST";
  post.path = "/echo/";
  post.body_cap = 100;
  post.before_body = [](const WebRequest& request) -> std::optional<WebResponse> {
    if (request.path == "/echo/nobody") return plain_answer(404, "nobody");
    return std::nullopt;
  };
  post.answer = [](const WebRequest& request) {
    return plain_answer(
        200, request.path + "|" + std::string(request.header("x-mark")) + "|" + request.body);
  };
  router.add(post);
  WebRoute get;
  get.method = "GET";
  get.path = "/query";
  get.answer = [](const WebRequest& request) {
    std::string all;
    for (const auto& [name, value] : request.query) all += name + "=" + value + ";";
    return plain_answer(200, all);
  };
  router.add(get);
  WebRoute fails;
  fails.method = "GET";
  fails.path = "/fails";
  fails.answer = [](const WebRequest&) -> WebResponse { throw std::runtime_error("locked"); };
  router.add(fails);
  return router;
}

struct Running {
  Server server;

  explicit Running(const ServerLimits& limits = {})
      : server({.host = "127.0.0.1", .port = 0}, echo(), HostRule({"tipoff.example.com"}), limits) {
    silence_log();
  }
  std::string ask(const std::string& bytes) { return Talk(server.port()).say(bytes).hear(); }
  std::string get(const std::string& path, const std::string& host = "localhost") {
    return ask("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }
  std::string post(const std::string& path, const std::string& body) {
    return ask("POST " + path +
               " HTTP/1.1\r\nHost: localhost\r\nX-Mark: m\r\nConnection: close\r\n" +
               "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  }
};

std::string chunked(std::size_t bytes) {
  std::string text =
      "POST /echo/a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: "
      "chunked\r\n\r\n";
  for (std::size_t i = 0; i < bytes; i += 10) text += "a\r\n0123456789\r\n";
  return text + "0\r\n\r\n";
}

}  // namespace

TEST_CASE("A request reaches its function whole", "[web][server]") {
  Running running;
  CHECK_THAT(running.post("/echo/a", "words"),
             Catch::StartsWith("HTTP/1.1 200") && Catch::EndsWith("\r\n\r\n/echo/a|m|words\n"));
  CHECK_THAT(running.get("/query?hub.topic=https%3A%2F%2Fw.example%2F%3Fa%26b&x"),
             Catch::EndsWith("\r\n\r\nhub.topic=https://w.example/?a&b;x=;\n"));
}

TEST_CASE("Answers are never taken for what they are not, nor kept", "[web][server]") {
  Running running;
  CHECK_THAT(running.get("/query"), Catch::Contains("X-Content-Type-Options: nosniff") &&
                                        Catch::Contains("Cache-Control: no-store") &&
                                        Catch::Contains("Content-Type: text/plain"));
}

TEST_CASE("Another host's name is 421", "[web][server]") {
  Running running;
  CHECK_THAT(running.get("/query", "evil.example"), Catch::StartsWith("HTTP/1.1 421"));
  CHECK_THAT(running.get("/query", "tipoff.example.com"), Catch::StartsWith("HTTP/1.1 200"));
  CHECK_THAT(running.ask("GET /query HTTP/1.0\r\n\r\n"),
             Catch::StartsWith("HTTP/1.") && Catch::Contains(" 421"));
}

TEST_CASE("A body over the cap is 413, announced or not", "[web][server]") {
  Running running;
  CHECK_THAT(running.post("/echo/a", std::string(100, 'x')), Catch::StartsWith("HTTP/1.1 200"));
  CHECK_THAT(running.post("/echo/a", std::string(101, 'x')), Catch::StartsWith("HTTP/1.1 413"));
  CHECK_THAT(running.ask(chunked(100)), Catch::StartsWith("HTTP/1.1 200"));
  CHECK_THAT(running.ask(chunked(110)), Catch::StartsWith("HTTP/1.1 413"));
}

TEST_CASE("A body without end is cut off", "[web][server]") {
  Running running;
  CHECK(running.ask(chunked(100'000)).find("200") == std::string::npos);
}

TEST_CASE("Who is refused need not send the body", "[web][server]") {
  Running running;
  CHECK_THAT(
      running.ask("POST /echo/nobody HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n\r\n"),
      Catch::StartsWith("HTTP/1.1 404"));
}

TEST_CASE("A function that fails is 503, and the server goes on", "[web][server]") {
  Running running;
  CHECK_THAT(running.get("/fails"),
             Catch::StartsWith("HTTP/1.1 503") && !Catch::Contains("locked"));
  CHECK_THAT(running.get("/query"), Catch::StartsWith("HTTP/1.1 200"));
}

TEST_CASE("A silent connection is closed, and holds up nobody", "[web][server]") {
  ServerLimits limits;
  limits.idle_seconds = 1;
  Running running(limits);
  Talk silent(running.server.port());
  silent.say("POST /echo/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nabc");
  CHECK_THAT(running.get("/query"), Catch::StartsWith("HTTP/1.1 200"));
  CHECK(silent.hear().find("200") == std::string::npos);
}

TEST_CASE("Bodies on their way are bounded together, and the room comes back", "[web][server]") {
  ServerLimits limits;
  limits.bodies = 60;
  Running running(limits);
  {
    Talk first(running.server.port());
    first.say("POST /echo/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60\r\n\r\n" +
              std::string(50, 'x'));
    std::this_thread::sleep_for(200ms);
    CHECK(running.post("/echo/a", std::string(20, 'x')).find("200") == std::string::npos);
  }
  std::this_thread::sleep_for(200ms);
  CHECK_THAT(running.post("/echo/a", std::string(20, 'x')), Catch::StartsWith("HTTP/1.1 200"));
}

TEST_CASE("An address that is taken is an error", "[web][server]") {
  Running running;
  CHECK_THROWS_WITH(
      Server({.host = "127.0.0.1", .port = running.server.port()}, Router(), HostRule({})),
      Catch::StartsWith("cannot listen at 127.0.0.1"));
}

TEST_CASE("An address to listen at has a port", "[web][server]") {
  CHECK(parse_listen_address("127.0.0.1:8080") == ListenAddress{.host = "127.0.0.1", .port = 8080});
  CHECK(parse_listen_address("[::1]:0") == ListenAddress{.host = "::1", .port = 0});
  const auto wrong =
      GENERATE("", "8080", ":8080", "localhost:8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:80x",
               "127.0.0.1:65536", "::1:8080", "[127.0.0.1]:80");
  CAPTURE(wrong);
  CHECK_FALSE(parse_listen_address(wrong));
}

}  // namespace tipoff
