// Assembly: everything that people wrote in files, read, checked and compiled: what a run of Tipoff
// works with.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "config/complaint.h"
#include "config/settings.h"
#include "detect/detector.h"
#include "match/account.h"
#include "match/matcher.h"

namespace tipoff {

struct Assembly {
  Settings settings;
  std::vector<Account> accounts;
  std::unordered_map<std::string, AccountIndex> account_index;  // by id
  Matcher matcher;
  Detector detector;
  std::vector<Feed>
      feeds;  // ordinary ones, then a news search for every account that is on some seller's list
  std::string rules_hash;
  std::size_t rule_count = 0;

  [[nodiscard]] const Account* find_account(const std::string& id) const;
};

struct AssemblyReading {
  std::optional<Assembly> assembly;  // empty: some complaint is an error
  Complaints complaints;             // all of them, at once
};

/// Reads configuration, accounts, rules and feed lists, in this order, and goes on past errors to
/// find all of them.
[[nodiscard]] AssemblyReading assemble(const std::filesystem::path& config_file,
                                       Secrets secrets = Secrets::needed);

/// The first that exists of `given`, $TIPOFF_CONFIG, ./tipoff.toml, /etc/tipoff/tipoff.toml; else
/// ./tipoff.toml.
[[nodiscard]] std::filesystem::path find_config_file(const std::string& given);

/// Appends a news search for every account that is on some seller's list.
void add_search_feeds(const Settings& settings, const std::vector<Account>& accounts,
                      std::vector<Feed>& feeds);

/// Whether some seller has this account on the list.
[[nodiscard]] bool is_wanted(const Account& account, const std::vector<Profile>& profiles);

}  // namespace tipoff
