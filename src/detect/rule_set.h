// RuleSet: all patterns compiled; one pass over a sentence tells which rules may speak of it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "detect/pattern.h"
#include "detect/regex.h"
#include "detect/rule.h"

namespace tipoff {

/// Where a rule's words stand, and where the account that the pattern names itself.
struct RuleMatch {
  Span words;
  Span account;  // empty where the pattern has no {account}
};

/// Memory that `candidates` uses again from sentence to sentence; one for each thread.
struct SieveMemory {
  std::string lowered;
  std::vector<int> atoms;
  std::vector<int> rules;
};

class RuleSet {
 public:
  /// Fails on the first pattern that is no RE2, and names its rule.
  [[nodiscard]] static Result<RuleSet> compile(const RuleBook& book);

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  /// Indices of the rules whose atoms stand in the sentence: all that can match, and few others.
  /// Valid until the next call.
  [[nodiscard]] const std::vector<int>& candidates(std::string_view sentence,
                                                   SieveMemory& memory) const;

  /// The first match at or behind `from`.
  [[nodiscard]] std::optional<RuleMatch> match(int rule, NameForm form, std::string_view sentence,
                                               std::size_t from) const;

  /// Whether the sentence holds what the rule's `unless` forbids.
  [[nodiscard]] bool excepted(int rule, std::string_view sentence) const;

  /// Rules that every sentence must be tried for, because their patterns have no atom of three
  /// bytes.
  [[nodiscard]] std::vector<int> always_run() const;

 private:
  struct Compiled;
  explicit RuleSet(std::unique_ptr<const Compiled> compiled);

  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace tipoff
