// RuleSet: all patterns compiled; one pass over a sentence tells which of them may speak of it.
#pragma once

#include <memory>
#include <optional>
#include <span>
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

/// A rule that may speak of a sentence, and which of all rules' patterns are worth a try for it.
struct RuleCandidate {
  int rule = 0;
  std::span<const int> patterns;
};

/// Memory that `candidates` uses again from sentence to sentence; one for each thread.
struct SieveMemory {
  std::string lowered;
  std::vector<int> atoms;
  std::vector<int> patterns;
  std::vector<RuleCandidate> candidates;
};

class RuleSet {
 public:
  /// Fails on the first pattern that is no RE2, and names its rule.
  [[nodiscard]] static Result<RuleSet> compile(const RuleBook& book);

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  /// The rules whose atoms stand in the sentence: all that can match, and few others. Valid until
  /// the next call.
  [[nodiscard]] const std::vector<RuleCandidate>& candidates(std::string_view sentence,
                                                             SieveMemory& memory) const;

  /// A rule with all its patterns, whatever the sentence.
  [[nodiscard]] RuleCandidate whole(int rule) const;

  /// The first match at or behind `from`; of those that begin there the first pattern's.
  [[nodiscard]] std::optional<RuleMatch> match(const RuleCandidate& candidate, NameForm form,
                                               std::string_view sentence, std::size_t from) const;

  /// Whether the sentence holds what the rule's `unless` forbids.
  [[nodiscard]] bool excepted(int rule, std::string_view sentence) const;

  /// Rules of which a pattern must be tried for every sentence, because it has no atom of three
  /// bytes.
  [[nodiscard]] std::vector<int> always_run() const;

 private:
  struct Compiled;
  explicit RuleSet(std::unique_ptr<const Compiled> compiled);

  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace tipoff
