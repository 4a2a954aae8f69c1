// Case files: TOML here, JSON lines next door; then every expectation is held against the accounts.
#include "config/case_file.h"

#include <algorithm>

#include "config/account_file.h"
#include "config/case_lines.h"
#include "config/nearest.h"
#include "config/read_file.h"
#include "config/toml_file.h"
#include "config/toml_table.h"
#include "text/format.h"

namespace tipoff {
namespace {

Account account_from(TomlTable& table) {
  Account account;
  account.name = table.text("name").value_or("");
  if (account.name.empty()) table.complain("name", "an account needs a name");
  account.id = table.text("id").value_or(account.name);
  account.aliases = table.texts("aliases").value_or(std::vector<std::string>{});
  account.tickers = table.texts("ticker").value_or(std::vector<std::string>{});
  account.website = table.text("website").value_or("");
  account.context = table.texts("context").value_or(std::vector<std::string>{});
  account.exclude = table.texts("exclude").value_or(std::vector<std::string>{});
  table.refuse_others();
  return account;
}

/// A text is the id of a known account, else the name of a new one, which then is its id too.
std::vector<Account> accounts_of(TomlTable& table, const std::vector<Account>& known) {
  std::vector<Account> accounts;
  for (TomlEntry& entry : table.entries("accounts")) {
    if (entry.table) {
      accounts.push_back(account_from(*entry.table));
      continue;
    }
    const auto named = std::ranges::find(known, entry.text, &Account::id);
    Account account;
    account.id = account.name = entry.text;
    accounts.push_back(named == known.end() ? account : *named);
  }
  return accounts;
}

ExpectedEvent expected_from(TomlTable& table) {
  ExpectedEvent expected;
  expected.account = table.text("account").value_or("");
  expected.event = table.text("event").value_or("");
  if (expected.event.empty()) table.complain("event", "an expectation needs its event");
  expected.or_else = table.texts("or").value_or(std::vector<std::string>{});
  if (const auto role = table.text("role")) {
    expected.role = role_named(*role);
    expected.no_role = *role == "none";
    if (!expected.role && !expected.no_role)
      table.complain("role", "must be one of acquirer, target, seller, none");
  }
  if (const auto certainty = table.text("certainty")) {
    expected.certainty = certainty_named(*certainty);
    if (!expected.certainty)
      table.complain("certainty", "must be one of rumoured, announced, completed, denied");
  }
  table.refuse_others();
  return expected;
}

RuleCase case_from(TomlTable& table, const std::vector<Account>& known) {
  RuleCase read;
  read.id = table.text("id").value_or("");
  read.line = table.line_of("");
  if (read.id.empty()) read.id = fmt::format("case in line {}", read.line);
  read.text.title = table.text("title").value_or("");
  read.text.body = table.text("body").value_or("");
  read.text.language = table.text("lang").value_or("");
  (void)table.text("date");  // as saved records have it; no rule asks for the time
  if (read.text.title.empty() && read.text.body.empty())
    table.complain("title", "a case needs a title or a body");
  read.accounts = accounts_of(table, known);
  if (!table.has("expect"))
    table.complain("expect", "is missing: all that must come out, expect = [] for nothing");
  for (TomlTable& each : table.tables("expect")) read.expect.push_back(expected_from(each));
  for (TomlTable& each : table.tables("also")) {
    const auto also = expected_from(each);
    read.also.emplace_back(also.account, also.event);
  }
  table.refuse_others();
  return read;
}

void read_account_file(TomlTable& document, const std::filesystem::path& file,
                       CaseReading& reading) {
  const auto name = document.text("account_file");
  if (!name) return;
  AccountReading accounts = read_accounts(file.parent_path() / *name);
  std::ranges::move(accounts.complaints, std::back_inserter(reading.complaints));
  reading.accounts = std::move(accounts.accounts);
}

/// An expectation for an account that is not there could never hold.
void check_accounts(CaseReading& reading) {
  for (const RuleCase& each : reading.cases) {
    const auto& accounts = each.accounts.empty() ? reading.accounts : each.accounts;
    std::vector<std::string_view> ids;
    for (const Account& account : accounts) ids.push_back(account.id);
    for (const ExpectedEvent& expected : each.expect) {
      if (expected.account.empty() && accounts.empty()) continue;
      if (std::ranges::find(ids, std::string_view(expected.account)) != ids.end()) continue;
      std::string message = fmt::format("there is no account '{}'{}", expected.account,
                                        suggestion(expected.account, ids));
      if (accounts.empty()) message += ": give the accounts in the file, or with --accounts";
      reading.complaints.push_back({each.file, each.line, each.id + ".expect", message, false});
    }
  }
}

void parse_toml_into(std::string_view text, const std::filesystem::path& file,
                     CaseReading& reading) {
  const auto document = parse_toml(text, file.string(), reading.complaints);
  if (!document) return;
  TomlTable table(*document, "", file.string(), reading.complaints);
  read_account_file(table, file, reading);
  auto named = accounts_of(table, reading.accounts);
  std::ranges::move(named, std::back_inserter(reading.accounts));
  for (TomlTable& each : table.tables("case")) {
    reading.cases.push_back(case_from(each, reading.accounts));
    reading.cases.back().file = file.string();
  }
  if (reading.cases.empty()) table.complain("case", "there is no case: each begins with [[case]]");
  table.refuse_others();
}

}  // namespace

CaseReading parse_toml_cases(std::string_view text, const std::filesystem::path& file,
                             const std::vector<Account>& accounts) {
  CaseReading reading;
  reading.accounts = accounts;
  parse_toml_into(text, file, reading);
  check_accounts(reading);
  return reading;
}

CaseReading read_cases(const std::filesystem::path& file, const std::vector<Account>& accounts) {
  CaseReading reading;
  reading.accounts = accounts;
  const auto text = read_file(file);
  if (!text) {
    reading.complaints.push_back({file.string(), 0, "", text.error().message, false});
  } else if (file.extension() == ".jsonl") {
    parse_case_lines(*text, file.string(), reading);
    check_accounts(reading);
  } else {
    return parse_toml_cases(*text, file, accounts);
  }
  return reading;
}

}  // namespace tipoff
