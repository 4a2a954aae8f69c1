// tipoff rule test: runs what there is, and prints what does not hold.
#include "cli/rule_test_command.h"

#include <algorithm>
#include <fstream>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/rule_command.h"
#include "config/account_file.h"
#include "config/case_file.h"
#include "pipeline/case_check.h"
#include "pipeline/junit.h"
#include "pipeline/rule_check.h"
#include "text/format.h"

namespace tipoff {
namespace {

struct Cases {
  std::vector<CaseReading> files;
  bool sound = true;
};

Cases read_all(const RuleTestArguments& arguments, std::ostream& err) {
  Cases cases;
  AccountReading accounts;
  if (!arguments.accounts.empty()) accounts = read_accounts(arguments.accounts);
  print(accounts.complaints, err);
  cases.sound = !any_error(accounts.complaints);
  if (!cases.sound) return cases;
  for (const std::string& file : arguments.files) {
    cases.files.push_back(read_cases(file, accounts.accounts));
    print(cases.files.back().complaints, err);
    cases.sound = cases.sound && !any_error(cases.files.back().complaints);
  }
  return cases;
}

void print_failures(const RuleCheck& check, bool diff, std::ostream& out) {
  for (const RuleTrial& trial : check.trials) {
    if (trial.holds()) continue;
    out << fmt::format("{}:{}: {}: {}\n    {}\n", trial.file, trial.line, trial.name, trial.why,
                       trial.text);
    if (!diff) continue;
    for (const std::string& line : trial.diff) out << "      " << line << '\n';
  }
}

void print_tally(const CaseTally& tally, std::ostream& out) {
  out << fmt::format(
      "events in cases: {} right, {} missed, {} unexpected (f1 {:.3f}); roles {}/{}, "
      "certainties {}/{}\n",
      tally.right, tally.missed, tally.unexpected, tally.f1(), tally.right_roles, tally.roles,
      tally.right_certainties, tally.certainties);
}

void print_coverage(const Detector& detector, const TrialChoice& choice, const RuleCheck& check,
                    bool list, std::ostream& out) {
  const auto& rules = detector.rules();
  std::size_t chosen = 0;
  std::vector<const Rule*> idle;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (!choice.wants(rules[i].id)) continue;
    ++chosen;
    if (!check.fired[i]) idle.push_back(&rules[i]);
  }
  const auto cases = std::ranges::count(check.trials, "case", &RuleTrial::kind);
  out << fmt::format("{} rules, {} examples, {} cases, {} failed; {} rules fired in none{}\n",
                     chosen, check.trials.size() - static_cast<std::size_t>(cases), cases,
                     check.failed(), idle.size(),
                     list || idle.empty() ? "" : " (--coverage lists them)");
  if (!list) return;
  for (const Rule* rule : idle)
    out << fmt::format("  {}:{}: {}\n", rule->file, rule->line, rule->id);
}

void add(CaseTally& sum, const CaseTally& more) {
  sum.right += more.right;
  sum.missed += more.missed;
  sum.unexpected += more.unexpected;
  sum.roles += more.roles;
  sum.right_roles += more.right_roles;
  sum.certainties += more.certainties;
  sum.right_certainties += more.right_certainties;
}

bool write(const std::string& file, const std::string& text, std::ostream& err) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) err << file << ": cannot be written\n";
  return static_cast<bool>(out);
}

}  // namespace

int rule_test_command(const Desk& desk, const RuleTestArguments& arguments) {
  const auto choice = TrialChoice::from(arguments.run);
  if (!choice) {
    desk.err << choice.error().message << '\n';
    return exit_usage;
  }
  const auto rules = compiled_rules(arguments.dirs, desk.err);
  const Cases cases = read_all(arguments, desk.err);
  if (!rules || !cases.sound) return exit_wrong_input;
  const auto& detector = rules->detector;
  RuleCheck check = check_examples(*detector, *choice);
  CaseTally tally;
  for (const CaseReading& file : cases.files)
    add(tally, check_cases(*detector, file, *choice, check));
  if (!arguments.run.empty() && check.trials.empty()) {
    desk.err << fmt::format("--run: no example and no case has a name in which '{}' is found\n",
                            arguments.run);
    return exit_usage;
  }
  print_failures(check, arguments.diff, desk.out);
  if (!cases.files.empty()) print_tally(tally, desk.out);
  print_coverage(*detector, *choice, check, arguments.coverage, desk.out);
  if (!arguments.junit.empty() && !write(arguments.junit, to_junit(check.trials), desk.err))
    return exit_ground_failed;
  return check.failed() == 0 ? exit_done : exit_no;
}

}  // namespace tipoff
