#include "cli/serve_command.h"

#include <csignal>
#include <memory>
#include <optional>
#include <ostream>
#include <stdexcept>

#include <unistd.h>

#include "cli/exit_code.h"
#include "pipeline/log.h"
#include "text/format.h"
#include "text/url.h"
#include "web/push_routes.h"
#include "web/server.h"

namespace tipoff {
namespace {

constexpr std::chrono::milliseconds busy_timeout{2000};

/// All that one configuration serves with.
class Serving {
 public:
  Serving(const Settings& settings, const ListenAddress& address)
      : database_(settings.store.string(), OpenFor::writing, busy_timeout),
        callback_(database_, settings.store),
        server_(address, routes(settings), hosts(settings)) {}

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }

 private:
  Router routes(const Settings& settings) {
    Router router;
    WebRoute health;
    health.method = "GET";
    health.path = "/healthz";
    health.answer = [this](const WebRequest&) {
      (void)database_.data_version();
      return plain_answer(200, "well");
    };
    router.add(std::move(health));
    add_push_routes(router, settings.push, callback_, clock_);
    return router;
  }

  static HostRule hosts(const Settings& settings) {
    auto names = settings.web_hosts;
    if (settings.push.is_on()) names.push_back(host_of(settings.push.callback));
    return HostRule(std::move(names));
  }

  SystemClock clock_;
  Database database_;
  PushCallback callback_;
  Server server_;  // last: it is the first to go
};

std::string shown(const ListenAddress& address, std::uint16_t port) {
  const bool is_v6 = address.host.find(':') != std::string::npos;
  const std::string host = is_v6 ? "[" + address.host + "]" : address.host;
  return fmt::format("http://{}:{}", host, port);
}

}  // namespace

int serve(const Desk& desk, const ServeArguments& arguments,
          const std::function<ServeCall()>& next_call) {
  const auto address = parse_listen_address(arguments.listen);
  if (!address) {
    desk.err << "tipoff: " << address.error().message << '\n';
    return exit_usage;
  }
  auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  auto serving = std::make_unique<Serving>(*settings, *address);
  const ListenAddress kept{.host = address->host, .port = serving->port()};
  desk.err << "listening at " << shown(kept, kept.port) << std::endl;
  while (next_call() == ServeCall::reload) {
    auto read = settings_for(desk);
    if (!read) continue;
    serving.reset();
    serving = std::make_unique<Serving>(*read, kept);
    log(Severity::info, "web.reloaded");
  }
  return exit_done;
}

int serve_command(const Desk& desk, const ServeArguments& arguments) {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  open_log(false);
  return serve(desk, arguments, [&] {
    int signal = 0;
    while (sigwait(&signals, &signal) != 0) continue;
    return signal == SIGHUP ? ServeCall::reload : ServeCall::stop;
  });
}

}  // namespace tipoff
