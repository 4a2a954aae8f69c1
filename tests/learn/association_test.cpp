// Exact tests against values worked out by hand.
#include "learn/association.h"

#include <cmath>
#include <vector>

#include "catch.h"
#include "learn/close.h"

namespace tipoff {

namespace {

using Tables = std::vector<FourfoldTable>;

FourfoldTable table(int with, int with_won, int without, int without_won) {
  return {.with = with, .with_won = with_won, .without = without, .without_won = without_won};
}

}  // namespace

TEST_CASE("The lady who tastes tea is tested as Fisher did", "[learn]") {
  // The Design of Experiments (1935), chapter II: 8 cups, 3 of 4 right have 17 chances in 70.
  CHECK(is_close(exact_p_value(Tables{table(4, 3, 4, 1)}), 2 * 17.0 / 70));
  CHECK(is_close(exact_p_value(Tables{table(4, 4, 4, 0)}), 2 * 1.0 / 70));
  CHECK(is_close(exact_p_value(Tables{table(4, 0, 4, 4)}), 2 * 1.0 / 70));
}

TEST_CASE("Tables are added up as chance would add them up", "[learn]") {
  // In each table 0, 1, 2 of 2 have 1, 4, 1 chances in 6: twice 2 has 1 in 36.
  const Tables twice{table(2, 2, 2, 0), table(2, 2, 2, 0)};
  CHECK(is_close(exact_p_value(twice), 2 * 1.0 / 36));
  CHECK(is_close(mantel_haenszel_z(twice), 2 / std::sqrt(2.0 / 3)));
}

TEST_CASE("What is the same on both sides is no evidence", "[learn]") {
  CHECK(exact_p_value(Tables{table(10, 5, 10, 5)}) == 1);
  CHECK(is_close(mantel_haenszel_z(Tables{table(10, 5, 10, 5)}), 0));
  CHECK(is_close(shrunk_odds_ratio(Tables{table(10, 5, 10, 5)}), 1));
}

TEST_CASE("Tables that compare nothing change nothing", "[learn]") {
  const Tables nothing{table(0, 0, 9, 3), table(7, 2, 0, 0), table(3, 3, 4, 4), table(3, 0, 4, 0),
                       table(0, 0, 0, 0)};
  CHECK(exact_p_value(nothing) == 1);
  CHECK(mantel_haenszel_z(nothing) == 0);
  CHECK(shrunk_odds_ratio(nothing) == 1);
  Tables one = nothing;
  one.push_back(table(9, 7, 9, 2));
  CHECK(exact_p_value(one) == exact_p_value(Tables{table(9, 7, 9, 2)}));
  CHECK(shrunk_odds_ratio(one) == shrunk_odds_ratio(Tables{table(9, 7, 9, 2)}));
  CHECK(exact_p_value(Tables{}) == 1);
}

TEST_CASE("A trait that only goes along with another one is seen through", "[learn]") {
  // Half of one stratum is won and a tenth of the other, with the trait or without it.
  const Tables apart{table(80, 40, 20, 10), table(20, 2, 80, 8)};
  const Tables pooled{table(100, 42, 100, 18)};
  CHECK(exact_p_value(pooled) < 0.001);
  CHECK(exact_p_value(apart) > 0.8);
  CHECK(is_close(shrunk_odds_ratio(apart), 1));
}

TEST_CASE("The odds ratio solves the equation of its mode", "[learn]") {
  const double ratio = shrunk_odds_ratio(Tables{table(2, 2, 2, 0)});
  const double mean = (4 * ratio + 2 * ratio * ratio) / (1 + 4 * ratio + ratio * ratio);
  CHECK(is_close(2 - mean, 2 * std::log(ratio)));
  CHECK(ratio > 1);
}

TEST_CASE("Few outcomes are drawn towards 1, many speak for themselves", "[learn]") {
  CHECK(shrunk_odds_ratio(Tables{table(3, 3, 3, 0)}) < 4);
  CHECK(shrunk_odds_ratio(Tables{table(3, 3, 3, 0)}) > 1.2);
  CHECK(is_close(shrunk_odds_ratio(Tables{table(9000, 6000, 9000, 3000)}), 4, 0.01));
  CHECK(is_close(shrunk_odds_ratio(Tables{table(9000, 3000, 9000, 6000)}), 0.25, 0.01));
  CHECK(shrunk_odds_ratio(Tables{table(5000, 5000, 5000, 0)}) < 1e9);
}

TEST_CASE("The exact test keeps its promise: small values are rare without an effect", "[learn]") {
  // All outcomes of 12 with and 18 without, each won with chance 1/4: how probable is p <= 0.05?
  const auto chance = [](int n, int k) {
    return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1)) *
           std::pow(0.25, k) * std::pow(0.75, n - k);
  };
  double rejected = 0;
  double all = 0;
  for (int a = 0; a <= 12; ++a)
    for (int b = 0; b <= 18; ++b) {
      const double probability = chance(12, a) * chance(18, b);
      all += probability;
      if (exact_p_value(Tables{table(12, a, 18, b)}) <= 0.05) rejected += probability;
    }
  CHECK(is_close(all, 1));
  CHECK(rejected < 0.05);
  CHECK(rejected > 0.005);
}

TEST_CASE("Thousands of accounts are tested in no time and without overflow", "[learn]") {
  const double p = exact_p_value(Tables{table(50000, 5200, 50000, 4800)});
  // The normal approximation with continuity correction, which is good here: z = 4.2.
  CHECK(is_close(p, 2.65e-5, 0.1));
  CHECK(exact_p_value(Tables{table(50000, 25000, 50000, 0)}) < 1e-15);
}

}  // namespace tipoff
