// Case files: news with accounts, and everything that must be found in it. docs/rules.md tells
// their format to rule authors.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/complaint.h"
#include "detect/trigger.h"
#include "match/account.h"
#include "parse/article.h"

namespace tipoff {

struct ExpectedEvent {
  std::string account;  // its id; empty where every company counts
  std::string event;    // "acquisition"
  std::vector<std::string>
      or_else;               // events that will do as well; then role and certainty are free
  std::optional<Role> role;  // empty: free, unless `no_role`
  bool no_role = false;
  std::optional<Certainty> certainty;  // empty: free
};

/// One article and its complete expectation: what is not named in it must not come out.
struct RuleCase {
  std::string id;
  std::string file;
  int line = 0;
  NewsText text;
  std::vector<Account> accounts;  // its own; empty: those of the file
  std::vector<ExpectedEvent> expect;
  std::vector<std::pair<std::string, std::string>> also;  // account and event: may come out
};

struct CaseReading {
  std::vector<Account> accounts;  // of all cases without their own; empty: every company counts
  std::vector<RuleCase> cases;
  Complaints complaints;
};

/// *.jsonl: a case a line, {"id":..,"title":..,"body":..,"lang":..,"expect":[..],"also":[..]}; any
/// other name: TOML. `accounts` are those of the command line, for files that name none. A case
/// that is not understood, or expects something of an account that it has not, is a complaint.
[[nodiscard]] CaseReading read_cases(const std::filesystem::path& file,
                                     const std::vector<Account>& accounts);
[[nodiscard]] CaseReading parse_toml_cases(std::string_view text, const std::filesystem::path& file,
                                           const std::vector<Account>& accounts);

}  // namespace tipoff
