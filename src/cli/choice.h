// Choice: the command that was chosen, and how a command is added to the command line.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/desk.h"
#include "text/format.h"

namespace tipoff {

/// The command that was chosen, ready to run.
struct Choice {
  std::string config;
  std::function<int(const Desk&)> run;
};

/// A subcommand with its example; `run` is kept until parsing is over, so that --config may stand
/// behind it.
template <class Arguments>
std::pair<CLI::App*, std::shared_ptr<Arguments>> add(CLI::App& parent, Choice& choice,
                                                     const char* name, const char* says,
                                                     const char* example,
                                                     int (*run)(const Desk&, const Arguments&)) {
  auto* command = parent.add_subcommand(name, says);
  auto arguments = std::make_shared<Arguments>();
  command->footer(fmt::format("Example: {}", example));
  command->callback([&choice, arguments, run] {
    choice.run = [arguments, run](const Desk& desk) { return run(desk, *arguments); };
  });
  return {command, arguments};
}

/// `tipoff feed ..`
void add_feed_commands(CLI::App& app, Choice& choice);

/// `tipoff alert ..`, `tipoff mute ..`, `tipoff call ..`
void add_alert_commands(CLI::App& app, Choice& choice);
void add_mute_commands(CLI::App& app, Choice& choice);
void add_call_commands(CLI::App& app, Choice& choice);

}  // namespace tipoff
