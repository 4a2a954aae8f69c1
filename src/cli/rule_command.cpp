// tipoff rule list; and the rule files that all rule commands work with.
#include "cli/rule_command.h"

#include <filesystem>
#include <iostream>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "config/rule_file.h"
#include "text/format.h"

namespace tipoff {

std::optional<RuleReading> compiled_rules(const std::vector<std::string>& named,
                                          std::ostream& err) {
  std::vector<std::filesystem::path> dirs(named.begin(), named.end());
  if (dirs.empty()) dirs.push_back(shipped_rules());
  RuleReading reading = read_rules(dirs);
  print(reading.complaints, err);
  if (!reading.detector) return std::nullopt;
  return reading;
}

std::optional<RuleBook> rules_of(const std::vector<std::string>& named, std::ostream& err) {
  auto rules = compiled_rules(named, err);
  if (!rules) return std::nullopt;
  return std::move(rules->book);
}

int rule_list_command(const RuleArguments& arguments) {
  const auto book = rules_of(arguments.dirs, std::cerr);
  if (!book) return exit_wrong_input;
  for (const Rule& rule : book->rules) {
    std::cout << fmt::format(
        "{:<44} {:<20} {:<3} {:>5} {:>5.2f} {:>5.2f} {:>2} fires {:>2} silent\n", rule.id,
        rule.event, rule.language, rule.weight.title, rule.weight.lead, rule.weight.body,
        rule.fires.size(), rule.silent.size());
  }
  return exit_done;
}

}  // namespace tipoff
