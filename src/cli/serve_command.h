// `tipoff serve`: the web server, a process of its own beside the daemon.
#pragma once

#include <functional>
#include <string>

#include "cli/desk.h"

namespace tipoff {

struct ServeArguments {
  std::string listen = "127.0.0.1:8080";
};

/// What woke a server that runs.
enum class ServeCall { stop, reload };

/// Serves until `next_call` says stop; on reload it reads the configuration anew, and keeps the old
/// where the new one is wrong. Writes "listening at .." once it answers.
[[nodiscard]] int serve(const Desk& desk, const ServeArguments& arguments,
                        const std::function<ServeCall()>& next_call);

/// serve(), until SIGTERM or SIGINT; SIGHUP reloads.
[[nodiscard]] int serve_command(const Desk& desk, const ServeArguments& arguments);

}  // namespace tipoff
