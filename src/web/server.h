// Server: HTTP/1.1 over sockets, through libmicrohttpd; what is asked goes to a Router.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "result.h"
#include "web/host_rule.h"
#include "web/router.h"

namespace tipoff {

struct ListenAddress {
  std::string host;  // an address, without brackets: "127.0.0.1", "::1"
  std::uint16_t port = 0;

  bool operator==(const ListenAddress&) const = default;
};

/// "127.0.0.1:8080", "[::1]:8080"; port 0: any free one. The error is one sentence.
[[nodiscard]] Result<ListenAddress> parse_listen_address(const std::string& text);

struct ServerLimits {
  unsigned connections = 256;
  unsigned idle_seconds = 15;                // without a byte from the other side
  std::chrono::seconds longest_request{60};  // until its body has come
  std::size_t bodies = 64U << 20;            // bytes of all bodies that are on their way
};

/// Answers from its construction on, on one thread of its own; until its destruction, which waits
/// for the answer under way. TLS is the business of the proxy before it.
class Server {
 public:
  /// Throws std::runtime_error, one sentence, where the address cannot be had.
  Server(const ListenAddress& address, Router router, HostRule hosts,
         const ServerLimits& limits = {});
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  [[nodiscard]] std::uint16_t port() const;

 private:
  struct Daemon;
  std::unique_ptr<Daemon> daemon_;
};

}  // namespace tipoff
