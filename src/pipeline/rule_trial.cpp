// RuleTrial: how trials are chosen and told.
#include "pipeline/rule_trial.h"

#include <algorithm>

#include "text/format.h"

namespace tipoff {

std::size_t RuleCheck::failed() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(trials, [](const RuleTrial& trial) { return !trial.holds(); }));
}

Result<TrialChoice> TrialChoice::from(const std::string& pattern) {
  TrialChoice choice;
  if (pattern.empty()) return choice;
  auto compiled = AnyOf::compile(std::span(&pattern, 1));
  if (!compiled) return std::unexpected(std::move(compiled.error()).in("--run"));
  choice.all_ = false;
  choice.pattern_ = std::move(*compiled);
  return choice;
}

std::string event_line(std::string_view account, std::string_view event, std::optional<Role> role,
                       std::optional<Certainty> certainty) {
  std::string line(account);
  const auto add = [&](std::string_view word) {
    if (!line.empty() && !word.empty()) line += ' ';
    line += word;
  };
  add(event);
  if (role) add(name_of(*role));
  if (certainty) add(name_of(*certainty));
  return line;
}

std::string found_line(const Trigger& trigger, std::span<const Account> accounts) {
  const bool named = trigger.account && *trigger.account < accounts.size();
  const std::string_view account = named ? accounts[*trigger.account].id : std::string_view();
  return fmt::format("{}  ({}: \"{}\")",
                     event_line(account, trigger.event, trigger.role, trigger.certainty),
                     trigger.rule, trigger.evidence);
}

}  // namespace tipoff
