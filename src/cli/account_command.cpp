#include "cli/account_command.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "cli/exit_code.h"
#include "config/account_file.h"
#include "emit/file.h"
#include "emit/text_table.h"
#include "match/matcher.h"
#include "score/account_score.h"
#include "text/format.h"

namespace tipoff {
namespace {

struct Difference {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t gone = 0;
};

Difference difference(const std::vector<Account>& before, const std::vector<Account>& after) {
  std::map<std::string, const Account*> old;
  for (const Account& account : before) old.emplace(account.id, &account);
  Difference result;
  for (const Account& account : after) {
    const auto found = old.find(account.id);
    if (found == old.end()) {
      ++result.added;
      continue;
    }
    result.changed += *found->second == account ? 0U : 1U;
    old.erase(found);
  }
  result.gone = old.size();
  return result;
}

/// "12 dropped for industry: Banking 7, Retail 5": what a seller may want to map.
void print_dropped(const std::vector<Account>& accounts, const Profile& profile,
                   std::ostream& out) {
  std::map<std::string, std::size_t> dropped;
  std::size_t kept = 0;
  for (const Account& account : accounts) {
    if (const auto reason = disqualify(account, profile))
      ++dropped[std::string(name_of(reason->criterion))];
    else
      ++kept;
  }
  out << fmt::format("{} of {} accounts qualify\n", kept, accounts.size());
  for (const auto& [criterion, count] : dropped)
    out << fmt::format("  {} dropped for {}\n", count, criterion);
}

void print_risky(const std::vector<Account>& accounts, std::ostream& err) {
  constexpr std::size_t most = 20;
  const auto risky = Matcher(accounts).risky_names();
  for (std::size_t i = 0; i < std::min(risky.size(), most); ++i)
    err << fmt::format("warning: '{}' ({}) is a risky name: {}\n", risky[i].name,
                       accounts[risky[i].account].id, risky[i].advice);
  if (risky.size() > most)
    err << fmt::format("and {} more risky names: `tipoff account list --risky` shows all\n",
                       risky.size() - most);
}

void list_risky(const Desk& desk, const std::vector<Account>& accounts, const Profile& profile) {
  using Align = TextColumn::Align;
  TextTable table({{"ID", Align::left, 0}, {"NAME", Align::left, 1}, {"WHY", Align::left, 3}});
  for (const RiskyName& risky : Matcher(accounts).risky_names()) {
    const Account& account = accounts[risky.account];
    if (belongs_to(account, profile)) table.add({account.id, risky.name, risky.advice});
  }
  desk.out << table.to_text(desk.width);
}

Result<void> write_accounts(const std::filesystem::path& file,
                            const std::vector<Account>& accounts) {
  if (std::filesystem::exists(file)) {
    std::error_code error;
    std::filesystem::copy_file(file, file.string() + ".old",
                               std::filesystem::copy_options::overwrite_existing, error);
    if (error)
      return failure(fmt::format("the old file could not be kept as {}.old: {}", file.string(),
                                 error.message()));
  }
  if (auto written = replace_file(file, to_csv(accounts)); !written)
    return std::unexpected(written.error());
  return {};
}

}  // namespace

int account_import_command(const Desk& desk, const AccountImportArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto imported = read_accounts(arguments.file);
  print(imported.complaints, desk.err);
  if (any_error(imported.complaints)) {
    desk.err << "Nothing was imported: mend the rows above and import again.\n";
    return exit_wrong_input;
  }
  const auto before = std::filesystem::exists(settings->accounts)
                          ? read_accounts(settings->accounts).accounts
                          : std::vector<Account>{};
  const auto changes = difference(before, imported.accounts);
  desk.out << fmt::format("{}: {} accounts ({}): {} new, {} changed, {} gone\n", arguments.file,
                          imported.accounts.size(), imported.encoding, changes.added,
                          changes.changed, changes.gone);
  print_dropped(imported.accounts, settings->profiles.front(), desk.out);
  print_risky(imported.accounts, desk.err);
  if (arguments.dry_run) {
    desk.out << "Dry run: nothing was written.\n";
    return exit_done;
  }
  if (const auto written = write_accounts(settings->accounts, imported.accounts); !written) {
    desk.err << written.error().message << '\n';
    return exit_ground_failed;
  }
  desk.out << fmt::format(
      "Written to {}; a running tipoffd reads it at its next reload (systemctl reload tipoffd, or "
      "SIGHUP)\n",
      settings->accounts.string());
  return exit_done;
}

int account_list_command(const Desk& desk, const AccountListArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto reading = read_accounts(settings->accounts);
  print(reading.complaints, desk.err);
  if (any_error(reading.complaints)) return exit_wrong_input;
  const auto profile = std::find_if(
      settings->profiles.begin(), settings->profiles.end(), [&](const Profile& candidate) {
        return arguments.seller.empty() || candidate.seller == arguments.seller;
      });
  if (profile == settings->profiles.end()) {
    desk.err << fmt::format("no seller is named '{}'\n", arguments.seller);
    return exit_usage;
  }
  if (arguments.risky) {
    list_risky(desk, reading.accounts, *profile);
    return exit_done;
  }
  using Align = TextColumn::Align;
  TextTable table({{"ID", Align::left, 0},
                   {"NAME", Align::left, 1},
                   {"INDUSTRY", Align::left, 1},
                   {"REGION", Align::left, 1},
                   {"OWNER", Align::left, 0},
                   {"ON THE LIST", Align::left, 2}});
  for (const Account& account : reading.accounts) {
    if (!belongs_to(account, *profile)) continue;
    const auto reason = disqualify(account, *profile);
    if (arguments.dropped && !reason) continue;
    table.add({account.id, account.name, fmt::format("{}", fmt::join(account.industries, "; ")),
               fmt::format("{}", fmt::join(account.regions, "; ")), account.owner,
               reason ? "no: " + reason->because : "yes"});
  }
  desk.out << table.to_text(desk.width);
  return exit_done;
}

}  // namespace tipoff
