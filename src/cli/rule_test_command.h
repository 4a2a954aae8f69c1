// tipoff rule test: the examples of the rules, and files of cases.
#pragma once

#include <string>
#include <vector>

#include "cli/desk.h"

namespace tipoff {

struct RuleTestArguments {
  std::vector<std::string> dirs;   // empty: the shipped rules
  std::vector<std::string> files;  // of cases
  std::string accounts;            // CSV, for case files that name none
  std::string run;                 // RE2: only the rules and cases whose name it finds
  std::string junit;               // file to write; empty: none
  bool diff = false;
  bool coverage = false;
};

/// The exit code is 1 if an example or a case fails, 2 if `run` is no RE2, 3 if rules, cases or
/// accounts are wrong, 4 if the JUnit file cannot be written.
[[nodiscard]] int rule_test_command(const Desk& desk, const RuleTestArguments& arguments);

}  // namespace tipoff
