// RuleTrial: one example of a rule, or one case, tried: what should come out, and what did.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/regex.h"
#include "detect/trigger.h"
#include "match/account.h"
#include "result.h"

namespace tipoff {

struct RuleTrial {
  std::string name;  // the rule, or the case's id
  std::string kind;  // "fires", "silent", "case"
  std::string file;
  int line = 0;
  std::string text;  // the example, or the headline
  std::string why;   // what is wrong, in a sentence; empty: it holds
  std::vector<std::string>
      diff;  // "- expected, and not found", "+ found, and not expected", "  both"

  [[nodiscard]] bool holds() const { return why.empty(); }

  bool operator==(const RuleTrial&) const = default;
};

/// What all trials of a run have shown.
struct RuleCheck {
  std::vector<RuleTrial> trials;
  std::vector<bool> fired;  // by rule: spoke in a case, or in an example of what must fire

  [[nodiscard]] std::size_t failed() const;
};

/// Which rules and cases `--run` asks for: those whose name the pattern finds, in any case.
class TrialChoice {
 public:
  TrialChoice() = default;

  /// Everything for an empty pattern. Fails on what is no RE2.
  [[nodiscard]] static Result<TrialChoice> from(const std::string& pattern);

  [[nodiscard]] bool wants(std::string_view name) const { return all_ || pattern_.matches(name); }

 private:
  bool all_ = true;
  AnyOf pattern_;
};

/// "ostrava acquisition acquirer announced", without what is empty.
[[nodiscard]] std::string event_line(std::string_view account, std::string_view event,
                                     std::optional<Role> role, std::optional<Certainty> certainty);

/// The same with the rule and the words it rests on: how a found event is shown. `accounts` may be
/// empty: then no account is named.
[[nodiscard]] std::string found_line(const Trigger& trigger, std::span<const Account> accounts);

}  // namespace tipoff
