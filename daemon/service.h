// Service: the shell around the loop: start, reload, stop, and what systemd is told.
#pragma once

#include <filesystem>

namespace tipoff {

struct ServiceArguments {
  std::filesystem::path config;  // as given; empty: found
  bool once = false;
  bool verbose = false;
  bool dry_run = false;  // on a copy of the store; messages are shown instead of sent
};

/// Runs until SIGTERM or SIGINT, or through one pass. The exit code: 0 done, 3 something wrong in a
/// file, 4 the store or the network failed, or another tipoffd has the store.
[[nodiscard]] int run_service(const ServiceArguments& arguments);

}  // namespace tipoff
