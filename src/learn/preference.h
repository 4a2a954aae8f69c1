// Preferences: which traits of the called accounts really went with winning, beyond chance.
#pragma once

#include <span>
#include <vector>

#include "learn/association.h"
#include "learn/called_account.h"
#include "learn/trait.h"
#include "score/profile.h"

namespace tipoff {

/// How much must be seen before anything is said.
struct Caution {
  double error = 0.05;        // chance of saying anything at all where no trait plays a part
  int least_accounts = 20;    // with the trait, and as many without
  double least_ratio = 1.25;  // of the odds, or its inverse: less is not worth a change
  int most = 8;               // findings at a time
};

struct Finding {
  Trait trait;
  FourfoldTable seen;     // all comparable accounts in one table
  double odds_ratio = 1;  // shrunk, the findings before this one held equal
  double p_value = 1;     // exact, likewise
  double threshold = 0;   // what it must not exceed
  int tried = 0;          // traits compared

  [[nodiscard]] bool wins_more() const { return odds_ratio > 1; }

  bool operator==(const Finding&) const = default;
};

/// The strongest first. Each trait is compared with the accounts that lack it; the strongest that
/// passes is taken, and the others are compared again among accounts that are alike in it, so that
/// a trait that merely goes along with one found (or lacks what is found, as all the other event
/// types do) is not named too. With `n` traits to compare and `k` found a p-value passes at or
/// below error / (n - k): the first step is Bonferroni's, so that where nothing plays a part the
/// chance of any finding is at most `error`; the further ones are Holm's (Scandinavian Journal of
/// Statistics 6 (1979) 65).
[[nodiscard]] std::vector<Finding> find_preferences(std::span<const DecidedAccount> accounts,
                                                    const Profile& profile,
                                                    const Caution& caution = {});

}  // namespace tipoff
