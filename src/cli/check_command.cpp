#include "cli/check_command.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "pipeline/assembly.h"
#include "text/format.h"

namespace tipoff {
namespace {

constexpr std::size_t most_risky_names = 20;  // told one by one; the rest is counted

void print_risky_names(const Assembly& assembly, std::ostream& err) {
  const auto risky = assembly.matcher.risky_names();
  for (std::size_t i = 0; i < std::min(risky.size(), most_risky_names); ++i) {
    const Account& account = assembly.accounts[risky[i].account];
    err << fmt::format("{}: warning: the name '{}' of account {} is risky: {}\n",
                       assembly.settings.accounts.string(), risky[i].name, account.id,
                       risky[i].advice);
  }
  if (risky.size() > most_risky_names)
    err << fmt::format("and {} more risky names: `tipoff account list --risky` shows all\n",
                       risky.size() - most_risky_names);
}

}  // namespace

int check_command(const Desk& desk) {
  const auto config = find_config_file(desk.config);
  const auto reading = assemble(config);
  print(reading.complaints, desk.err);
  if (!reading.assembly) {
    const auto errors =
        std::count_if(reading.complaints.begin(), reading.complaints.end(),
                      [](const Complaint& complaint) { return !complaint.warning; });
    desk.err << fmt::format("{} to mend\n", errors);
    return exit_wrong_input;
  }
  const Assembly& assembly = *reading.assembly;
  print_risky_names(assembly, desk.err);
  const auto wanted = std::count_if(
      assembly.accounts.begin(), assembly.accounts.end(),
      [&](const Account& account) { return is_wanted(account, assembly.settings.profiles); });
  desk.out << fmt::format(
      "{} is in order: {} accounts, {} of them on a list; {} rules; {} feeds; {} alert channels\n",
      config.string(), assembly.accounts.size(), wanted, assembly.rule_count, assembly.feeds.size(),
      assembly.settings.channels.size());
  return exit_done;
}

}  // namespace tipoff
