// tipoff scan: hands the arguments to pipeline/scan.
#include "cli/scan_command.h"

#include <algorithm>
#include <iostream>

#include "pipeline/scan.h"

namespace tipoff {

int scan_command(const ScanArguments& arguments) {
  ScanOptions options;
  options.files.assign(arguments.files.begin(), arguments.files.end());
  if (!arguments.rules.empty()) options.rules = arguments.rules;
  if (!arguments.accounts.empty()) options.accounts = arguments.accounts;
  options.mentions = arguments.mentions;
  options.stories = arguments.stories;
  options.jobs = std::max(1U, arguments.jobs);
  const ScanOutcome outcome = scan(options, std::cout, std::cerr);
  std::cout.flush();
  if (!std::cout) return 4;
  return outcome == ScanOutcome::done ? 0 : outcome == ScanOutcome::wrong_input ? 3 : 4;
}

}  // namespace tipoff
