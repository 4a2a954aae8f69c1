// Association: whether a trait and winning go together, told from fourfold tables, also when other
// traits are held equal.
#pragma once

#include <span>

namespace tipoff {

/// Accounts with and without a trait, and how many of each were won, among accounts that are alike
/// in what is held equal (a stratum).
struct FourfoldTable {
  int with = 0;
  int with_won = 0;
  int without = 0;
  int without_won = 0;

  bool operator==(const FourfoldTable&) const = default;
};

/// How many standard deviations more accounts with the trait were won than if winning had nothing
/// to do with it (Mantel and Haenszel 1959, without continuity correction). 0 where no table
/// compares anything.
[[nodiscard]] double mantel_haenszel_z(std::span<const FourfoldTable> tables);

/// How probable at most so extreme a number of wins would be by chance: exact and conditional on
/// the margins of every table (for one table Fisher's exact test; for several Cox 1970), two-sided
/// as twice the smaller tail, at most 1. Conservative: the chance of a value below p is at most p.
/// Values below 1e-15 are not exact.
[[nodiscard]] double exact_p_value(std::span<const FourfoldTable> tables);

/// The odds of winning with the trait as a multiple of those without, drawn towards 1: the mode of
/// the conditional likelihood times a normal prior for its logarithm with mean 0. The variance 1/2
/// says that 95 of 100 such ratios lie between 1/4 and 4 (Greenland, International Journal of
/// Epidemiology 35 (2006) 765). Without any data: 1.
[[nodiscard]] double shrunk_odds_ratio(std::span<const FourfoldTable> tables,
                                       double prior_variance = 0.5);

}  // namespace tipoff
