// Desk: what every command works with: the configuration's file, where to print, how wide the
// terminal is.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "clock.h"
#include "config/complaint.h"
#include "config/settings.h"

namespace tipoff {

struct Desk {
  std::string config;       // as given with --config; empty: found
  std::ostream& out;        // data
  std::ostream& err;        // messages
  std::size_t width = 100;  // columns
  Time now{};
};

/// Settings whose errors stop a command: then they have been printed, and nothing comes back.
/// Warnings are left to `tipoff check`. A command that sends nothing works without the secrets.
[[nodiscard]] std::optional<Settings> settings_for(const Desk& desk,
                                                   Secrets secrets = Secrets::spared);

/// Prints each complaint on a line of its own.
void print(const Complaints& complaints, std::ostream& err);

/// Columns of the terminal that standard output is, else 100.
[[nodiscard]] std::size_t terminal_width();

/// A moment as people type it: "2026-03-02", "2026-03-02T08:00:00Z", or how long ago: "7d", "12h".
[[nodiscard]] std::optional<Time> moment_named(const std::string& text, Time now);

}  // namespace tipoff
