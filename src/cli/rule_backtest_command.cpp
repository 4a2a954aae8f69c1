// tipoff rule backtest: reads saved news line by line, and prints the report.
#include "cli/rule_backtest_command.h"

#include <fstream>
#include <iostream>

#include "cli/exit_code.h"
#include "cli/rule_command.h"
#include "config/account_file.h"
#include "pipeline/rule_backtest.h"

namespace tipoff {
namespace {

std::optional<Detector> detector_of(const std::vector<std::string>& dirs, std::ostream& err) {
  auto rules = compiled_rules(dirs, err);
  if (!rules) return std::nullopt;
  return std::move(rules->detector);
}

/// Whether every line was a record.
bool take_lines(std::istream& in, const std::string& name, Backtest& backtest, std::ostream& err) {
  bool sound = true;
  std::size_t number = 0;
  JsonObject object;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (const auto record = read_scan_record(line, object)) {
      backtest.take(*record);
    } else {
      err << name << ':' << number << ": " << record.error().message << '\n';
      sound = false;
    }
  }
  return sound;
}

int take_files(const Desk& desk, const std::vector<std::string>& files, Backtest& backtest) {
  int code = exit_done;
  for (const std::string& file : files) {
    std::ifstream opened;
    if (file != "-") opened.open(file, std::ios::binary);
    if (file != "-" && !opened) {
      desk.err << file << ": cannot be read\n";
      code = exit_ground_failed;
    } else if (!take_lines(file == "-" ? std::cin : opened, file, backtest, desk.err) &&
               code == exit_done) {
      code = exit_wrong_input;
    }
  }
  return code;
}

}  // namespace

int rule_backtest_command(const Desk& desk, const RuleBacktestArguments& arguments) {
  const auto rules = detector_of(arguments.dirs, desk.err);
  if (!rules) return exit_wrong_input;
  std::optional<Detector> before;
  if (!arguments.against.empty()) {
    before = detector_of(arguments.against, desk.err);
    if (!before) return exit_wrong_input;
  }
  AccountReading accounts;
  if (!arguments.accounts.empty()) accounts = read_accounts(arguments.accounts);
  print(accounts.complaints, desk.err);
  if (any_error(accounts.complaints)) return exit_wrong_input;
  Backtest backtest(*rules, before ? &*before : nullptr, accounts.accounts);
  const int code = take_files(desk, arguments.files, backtest);
  if (code == exit_done || backtest.report().records > 0)
    desk.out << to_text(backtest.report(), rules->rules(), before.has_value());
  return code;
}

}  // namespace tipoff
