// The tallies of the store beside the rules that are in force.
#include "cli/rule_stats_command.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <tuple>

#include "cli/exit_code.h"
#include "config/rule_file.h"
#include "emit/text_table.h"
#include "learn/wilson.h"
#include "store/judgement_table.h"
#include "store/rule_tally.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::vector<std::filesystem::path> rule_dirs(const RuleStatsArguments& arguments,
                                             const Settings& settings) {
  if (!arguments.dirs.empty()) return {arguments.dirs.begin(), arguments.dirs.end()};
  if (!settings.rule_dirs.empty()) return settings.rule_dirs;
  return {shipped_rules()};
}

std::string precision(const RuleTally& tally) {
  const auto events = tally.stories - tally.waiting;
  if (events == 0) return "-";
  const auto right = events - tally.wrong;
  const auto interval = wilson_interval(right, events);
  return fmt::format("{:.2f} [{:.2f}, {:.2f}]",
                     static_cast<double>(right) / static_cast<double>(events), interval.low,
                     interval.high);
}

void print_table(const std::vector<RuleTally>& tallies, const std::set<std::string>& in_force,
                 const Desk& desk) {
  using Align = TextColumn::Align;
  TextTable table({{"RULE", Align::left, 1},
                   {"REPORTS", Align::right, 0},
                   {"EVENTS", Align::right, 0},
                   {"REVIEW", Align::right, 0},
                   {"CONFIRMED", Align::right, 0},
                   {"WRONG", Align::right, 0},
                   {"PRECISION [95 %]", Align::left, 0}});
  for (const RuleTally& tally : tallies) {
    const bool known = in_force.contains(tally.rule) || tally.rule == seller_rule;
    table.add({(known ? "" : "(gone) ") + tally.rule, std::to_string(tally.reports),
               std::to_string(tally.stories), std::to_string(tally.waiting),
               std::to_string(tally.confirmed), std::to_string(tally.wrong), precision(tally)});
  }
  desk.out << table.to_text(desk.width);
}

}  // namespace

int rule_stats_command(const Desk& desk, const RuleStatsArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const auto reading = read_rules(rule_dirs(arguments, *settings));
  if (any_error(reading.complaints)) {
    print(reading.complaints, desk.err);
    return exit_wrong_input;
  }
  std::set<std::string> in_force;
  for (const Rule& rule : reading.book.rules) in_force.insert(rule.id);

  Database database(settings->store.string(), OpenFor::reading);
  auto tallies = rule_tallies(database);
  std::ranges::stable_sort(tallies, [](const RuleTally& a, const RuleTally& b) {
    return std::tuple(b.wrong, b.stories) < std::tuple(a.wrong, a.stories);
  });
  std::size_t silent = in_force.size();
  for (const RuleTally& tally : tallies) silent -= in_force.contains(tally.rule) ? 1 : 0;
  if (!tallies.empty()) print_table(tallies, in_force, desk);
  desk.out << fmt::format("{} rule{} found nothing yet\n", silent, silent == 1 ? " has" : "s have");
  return exit_done;
}

}  // namespace tipoff
