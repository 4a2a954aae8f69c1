// Rule, RuleBook: what a rule file says, before it is compiled.
#pragma once

#include <string>
#include <vector>

namespace tipoff {

struct Rule {
  std::string id;     // "acquisition.en.agrees"
  std::string event;  // "acquisition"
  std::string pattern;
};

struct RuleBook {
  std::vector<Rule> rules;
};

}  // namespace tipoff
