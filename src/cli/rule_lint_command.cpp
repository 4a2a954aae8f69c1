// tipoff rule lint: prints what pipeline/rule_lint finds.
#include "cli/rule_lint_command.h"

#include <ostream>

#include "cli/exit_code.h"
#include "pipeline/rule_lint.h"
#include "text/format.h"

namespace tipoff {

int rule_lint_command(const Desk& desk, const RuleArguments& arguments) {
  const auto book = rules_of(arguments.dirs, desk.err);
  if (!book) return exit_wrong_input;
  const auto warnings = lint_rules(*book);
  if (!warnings) {
    desk.err << warnings.error().message << '\n';
    return exit_wrong_input;
  }
  print(*warnings, desk.out);
  desk.out << fmt::format("{} rules, {} warnings\n", book->rules.size(), warnings->size());
  return warnings->empty() ? exit_done : exit_no;
}

}  // namespace tipoff
