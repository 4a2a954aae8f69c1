// tipoff scan.
#pragma once

#include <string>
#include <vector>

namespace tipoff {

struct ScanArguments {
  std::string rules;     // empty: the shipped ones
  std::string accounts;  // empty: every company counts
  bool mentions = false;
  bool stories = false;
  unsigned jobs = 1;
  std::vector<std::string> files;
};

/// The exit code: 0, 3 for wrong rules, accounts or lines, 4 for a file that cannot be read.
[[nodiscard]] int scan_command(const ScanArguments& arguments);

}  // namespace tipoff
