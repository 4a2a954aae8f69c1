// A request on its way: its head is judged first, then its body is gathered, then it is answered.
#include "web/server.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include "pipeline/log.h"

namespace tipoff {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t head_memory = 32U << 10;  // bytes a connection, for its headers
constexpr std::size_t overrun = 4;  // a body that is this many times its cap is read no further

/// What a connection remembers between two calls.
struct Exchange {
  WebRequest request;
  std::size_t body_cap = 0;
  std::size_t arrived = 0;  // bytes of the body, kept or not
  Steady::time_point begun = Steady::now();
};

MHD_Result take_header(void* into, MHD_ValueKind, const char* name, const char* value) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  static_cast<WebRequest*>(into)->headers.emplace_back(std::move(lower), value ? value : "");
  return MHD_YES;
}

MHD_Result take_query(void* into, MHD_ValueKind, const char* name, const char* value) {
  static_cast<WebRequest*>(into)->query.emplace_back(name, value ? value : "");
  return MHD_YES;
}

MHD_Result send(MHD_Connection* connection, const WebResponse& answer) {
  MHD_Response* response = MHD_create_response_from_buffer(
      answer.body.size(), const_cast<char*>(answer.body.data()), MHD_RESPMEM_MUST_COPY);
  if (response == nullptr) return MHD_NO;
  const auto add = [&](const char* name, const std::string& value) {
    MHD_add_response_header(response, name, value.c_str());
  };
  if (!answer.body.empty()) add("Content-Type", answer.content_type);
  add("X-Content-Type-Options", "nosniff");
  add("Cache-Control", "no-store");
  for (const auto& [name, value] : answer.headers) add(name.c_str(), value);
  const auto queued =
      MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
  MHD_destroy_response(response);
  return queued;
}

/// Length of the body as the head announces it; 0 where it does not.
std::size_t announced(const WebRequest& request) {
  const auto text = request.header("content-length");
  std::size_t length = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), length);
  if (read.ec == std::errc::result_out_of_range) return SIZE_MAX;
  return length;
}

WebResponse too_large() {
  return plain_answer(413, "this is more than is read here");
}

}  // namespace

struct Server::Daemon {
  Router router;
  HostRule hosts;
  ServerLimits limits;
  std::size_t held = 0;  // bytes of the bodies on their way; only the server's thread counts
  MHD_Daemon* mhd = nullptr;

  Daemon(Router served, HostRule allowed, const ServerLimits& bounds)
      : router(std::move(served)), hosts(std::move(allowed)), limits(bounds) {}
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;
  ~Daemon() {
    if (mhd != nullptr) MHD_stop_daemon(mhd);
  }

  void start(const ListenAddress& address);
  MHD_Result begin(MHD_Connection* connection, Exchange& exchange);
  MHD_Result gather(Exchange& exchange, std::string_view bytes);
  MHD_Result finish(MHD_Connection* connection, Exchange& exchange);
  [[nodiscard]] WebResponse answered(const WebRequest& request);

  static MHD_Result on_request(void* self, MHD_Connection* connection, const char* url,
                               const char* method, const char* version, const char* bytes,
                               std::size_t* size, void** exchange);
  static void on_end(void* self, MHD_Connection* connection, void** exchange,
                     MHD_RequestTerminationCode code);
};

MHD_Result Server::Daemon::on_request(void* self, MHD_Connection* connection, const char* url,
                                      const char* method, const char*, const char* bytes,
                                      std::size_t* size, void** place) {
  auto& daemon = *static_cast<Daemon*>(self);
  try {
    if (*place == nullptr) {
      auto exchange = std::make_unique<Exchange>();
      exchange->request.method = method;
      exchange->request.path = url;
      *place = exchange.get();
      return daemon.begin(connection, *exchange.release());
    }
    auto& exchange = *static_cast<Exchange*>(*place);
    if (*size == 0) return daemon.finish(connection, exchange);
    const std::string_view piece(bytes, *size);
    *size = 0;
    return daemon.gather(exchange, piece);
  } catch (const std::exception& error) {
    log(Severity::error, "web.failed", {{"reason", error.what()}});
    return MHD_NO;  // closes the connection
  }
}

/// The head has come.
MHD_Result Server::Daemon::begin(MHD_Connection* connection, Exchange& exchange) {
  WebRequest& request = exchange.request;
  MHD_get_connection_values(connection, MHD_HEADER_KIND, &take_header, &request);
  MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, &take_query, &request);
  if (!hosts.allows(request.header("host")))
    return send(connection, plain_answer(421, "this server is not the one of that name"));
  Router::Opening opening;
  try {
    opening = router.open(request);
  } catch (const std::exception& error) {
    log(Severity::error, "web.failed", {{"reason", error.what()}});
    opening.answer = plain_answer(503, "this cannot be answered now");
  }
  if (opening.answer) return send(connection, *opening.answer);
  exchange.body_cap = opening.body_cap;
  if (announced(request) > exchange.body_cap) return send(connection, too_large());
  return MHD_YES;
}

MHD_Result Server::Daemon::gather(Exchange& exchange, std::string_view bytes) {
  exchange.arrived += bytes.size();
  if (Steady::now() - exchange.begun > limits.longest_request) return MHD_NO;
  if (exchange.arrived > exchange.body_cap * overrun) return MHD_NO;
  if (exchange.arrived > exchange.body_cap) {
    held -= exchange.request.body.size();
    exchange.request.body = {};
    return MHD_YES;  // read on: only a whole request can be told 413
  }
  if (held + bytes.size() > limits.bodies) return MHD_NO;
  held += bytes.size();
  exchange.request.body += bytes;
  return MHD_YES;
}

MHD_Result Server::Daemon::finish(MHD_Connection* connection, Exchange& exchange) {
  if (exchange.arrived > exchange.body_cap) return send(connection, too_large());
  return send(connection, answered(exchange.request));
}

WebResponse Server::Daemon::answered(const WebRequest& request) {
  try {
    return router.answer(request);
  } catch (const std::exception& error) {
    log(Severity::error, "web.failed", {{"path", request.path}, {"reason", error.what()}});
    WebResponse response = plain_answer(503, "this cannot be answered now");
    response.headers.emplace_back("Retry-After", "5");
    return response;
  }
}

void Server::Daemon::on_end(void* self, MHD_Connection*, void** place, MHD_RequestTerminationCode) {
  const std::unique_ptr<Exchange> exchange(static_cast<Exchange*>(*place));
  *place = nullptr;
  if (exchange) static_cast<Daemon*>(self)->held -= exchange->request.body.size();
}

void Server::Daemon::start(const ListenAddress& address) {
  sockaddr_storage storage{};
  auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
  auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
  unsigned flags = MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD;
  if (inet_pton(AF_INET, address.host.c_str(), &v4->sin_addr) == 1) {
    v4->sin_family = AF_INET;
    v4->sin_port = htons(address.port);
  } else {
    inet_pton(AF_INET6, address.host.c_str(), &v6->sin6_addr);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(address.port);
    flags |= MHD_USE_IPv6;
  }
  mhd = MHD_start_daemon(flags, address.port, nullptr, nullptr, &on_request, this,
                         MHD_OPTION_SOCK_ADDR, &storage, MHD_OPTION_CONNECTION_LIMIT,
                         limits.connections, MHD_OPTION_CONNECTION_TIMEOUT, limits.idle_seconds,
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, head_memory,
                         MHD_OPTION_NOTIFY_COMPLETED, &on_end, this, MHD_OPTION_END);
  if (mhd == nullptr)
    throw std::runtime_error("cannot listen at " + address.host + ", port " +
                             std::to_string(address.port) + ": " + std::strerror(errno));
}

Result<ListenAddress> parse_listen_address(const std::string& text) {
  const auto wrong = [&] {
    return failure("'" + text + "' is no address to listen at; write one as in 127.0.0.1:8080 or " +
                   "[::1]:8080");
  };
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return wrong();
  ListenAddress address{.host = text.substr(0, colon), .port = 0};
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + colon + 1, end, address.port);
  if (read.ec != std::errc{} || read.ptr != end) return wrong();
  in6_addr parsed{};
  const bool brackets = address.host.starts_with('[') && address.host.ends_with(']');
  if (brackets) address.host = address.host.substr(1, address.host.size() - 2);
  if (inet_pton(brackets ? AF_INET6 : AF_INET, address.host.c_str(), &parsed) != 1) return wrong();
  return address;
}

Server::Server(const ListenAddress& address, Router router, HostRule hosts,
               const ServerLimits& limits)
    : daemon_(std::make_unique<Daemon>(std::move(router), std::move(hosts), limits)) {
  daemon_->start(address);
}

Server::~Server() = default;

std::uint16_t Server::port() const {
  const auto* info = MHD_get_daemon_info(daemon_->mhd, MHD_DAEMON_INFO_BIND_PORT);
  return info == nullptr ? std::uint16_t{0} : info->port;
}

}  // namespace tipoff
