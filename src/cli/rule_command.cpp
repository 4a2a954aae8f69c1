// tipoff rule list, tipoff rule test.
#include "cli/rule_command.h"

#include <filesystem>
#include <iostream>
#include <optional>

#include "config/rule_file.h"
#include "pipeline/rule_check.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::optional<RuleBook> rules_of(const RuleArguments& arguments) {
  std::vector<std::filesystem::path> dirs(arguments.dirs.begin(), arguments.dirs.end());
  if (dirs.empty()) dirs.push_back(shipped_rules());
  RuleReading reading = read_rules(dirs);
  for (const Complaint& complaint : reading.complaints) std::cerr << to_text(complaint) << '\n';
  if (any_error(reading.complaints)) return std::nullopt;
  return std::move(reading.book);
}

}  // namespace

int rule_list_command(const RuleArguments& arguments) {
  const auto book = rules_of(arguments);
  if (!book) return 3;
  for (const Rule& rule : book->rules) {
    std::cout << fmt::format(
        "{:<44} {:<20} {:<3} {:>5} {:>5.2f} {:>5.2f} {:>2} fires {:>2} silent\n", rule.id,
        rule.event, rule.language, rule.weight.title, rule.weight.lead, rule.weight.body,
        rule.fires.size(), rule.silent.size());
  }
  return 0;
}

int rule_test_command(const RuleArguments& arguments) {
  const auto book = rules_of(arguments);
  if (!book) return 3;
  const auto check = check_rules(*book);
  if (!check) {
    std::cerr << check.error().message << '\n';
    return 3;
  }
  for (const RuleFailure& failure : check->failures) {
    std::cout << fmt::format("{}:{}: {}: {}\n    {}\n", failure.file, failure.line, failure.rule,
                             failure.why, failure.text);
  }
  std::cout << fmt::format("{} rules, {} examples, {} failed\n", book->rules.size(),
                           check->examples, check->failures.size());
  return check->failures.empty() ? 0 : 1;
}

}  // namespace tipoff
