// Attribution: whose event the matched words tell, and in which role, by where the accounts stand.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "detect/rule.h"
#include "detect/rule_set.h"
#include "detect/wording.h"

namespace tipoff {

/// An account's name in a sentence.
struct NamePlace {
  Span span;  // bytes in the sentence
  AccountIndex account = 0;
  bool ambiguous = false;
};

/// An account that takes part, and as what.
struct Party {
  AccountIndex account = 0;
  bool ambiguous = false;
  std::optional<Role> role;
};

/// The nearest name on each side of the match that is no stranger to it, and those joined to that
/// name by "and" or a comma. Where the rule gives a role to one side only, or to none, the side
/// before the match goes first. `names` in order of position.
[[nodiscard]] std::vector<Party> parties(const Rule& rule, Span words, std::string_view sentence,
                                         std::span<const NamePlace> names, const Wording& wording);

}  // namespace tipoff
