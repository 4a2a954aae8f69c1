// Likeness: whether two headlines with their evidence speak of the same deal of one account.
#pragma once

#include <string_view>

#include "cluster/telling.h"

namespace tipoff {

/// A headline, and the words in which the rule found the event: they hold the parties.
struct Claim {
  Telling evidence;
  Telling all;  // headline and evidence
};

[[nodiscard]] Claim claim_of(std::string_view title, std::string_view evidence,
                             const OwnWords& own);

struct Likeness {
  bool same_names = false;   // of the parties, or most of the names
  bool other_names = false;  // both name somebody, and nobody in common: another deal
  bool guessed = false;      // capitals everywhere: what looks like other names may be other words
  bool same_numbers = false;
  bool other_numbers = false;
  bool other_sums = false;
  bool translated = false;  // one in characters, the other not: names cannot be compared
  bool bare = false;        // neither names or counts anything
  double words = 0;         // share of the words in common (Jaccard), 0 to 1
};

[[nodiscard]] Likeness likeness_of(const Claim& a, const Claim& b);

}  // namespace tipoff
