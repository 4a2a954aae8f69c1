// tipoffd: the daemon's command line.
#include <CLI/CLI.hpp>

#include "service.h"

int main(int argc, char* argv[]) {
  CLI::App app{
      "tipoffd watches the news for the accounts on your list and keeps the call list ranked."};
  app.footer(
      "Example: tipoffd --config /etc/tipoff/tipoff.toml\n"
      "         tipoffd --once          one pass over what is due, then exit; for cron or a first "
      "look\n"
      "SIGHUP reads configuration, accounts, rules and feeds anew; SIGTERM stops.");
  tipoff::ServiceArguments arguments;
  std::string config;
  app.add_option(
      "--config", config,
      "Configuration file (default: $TIPOFF_CONFIG, ./tipoff.toml, /etc/tipoff/tipoff.toml)");
  app.add_flag("--once", arguments.once,
               "Poll what is due, publish, try each delivery once, and exit");
  app.add_flag("--dry-run", arguments.dry_run,
               "Work on a copy of the store, and print messages instead of sending them; store, "
               "list files and a tipoffd that runs are left alone");
  app.add_flag("--verbose", arguments.verbose, "Log more");
  app.set_version_flag("--version", "tipoffd " TIPOFF_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  arguments.config = config;
  return tipoff::run_service(arguments);
}
