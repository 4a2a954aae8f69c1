// Sums of hypergeometric numbers: exact tails, and the tilt that explains what was seen.
#include "learn/association.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tipoff {
namespace {

constexpr double negligible = 1e-20;  // of the most probable number

/// How probable each number of wins with the trait is, from `first` on, given the table's margins.
struct Law {
  int first = 0;
  std::vector<double> probability{1.0};

  [[nodiscard]] double mean() const {
    double sum = 0;
    for (std::size_t at = 0; at < probability.size(); ++at)
      sum += probability[at] * (first + static_cast<double>(at));
    return sum;
  }

  [[nodiscard]] double variance() const {
    const double centre = mean();
    double sum = 0;
    for (std::size_t at = 0; at < probability.size(); ++at) {
      const double distance = first + static_cast<double>(at) - centre;
      sum += probability[at] * distance * distance;
    }
    return sum;
  }
};

/// Fisher's noncentral hypergeometric law of a table.
class Hypergeometric {
 public:
  Hypergeometric(const FourfoldTable& table, double odds_ratio)
      : with_(table.with),
        won_(table.with_won + table.without_won),
        lost_without_(table.without - won_),
        odds_ratio_(odds_ratio) {}

  [[nodiscard]] Law law() const {
    const int mode = most_probable();
    std::vector<double> below;
    double weight = 1;
    for (int k = mode; k > lowest(); --k) {
      weight /= step(k - 1);
      if (weight < negligible) break;
      below.push_back(weight);
    }
    Law law{.first = mode - static_cast<int>(below.size()), .probability = {}};
    law.probability.assign(below.rbegin(), below.rend());
    law.probability.push_back(1);
    weight = 1;
    for (int k = mode; k < highest(); ++k) {
      weight *= step(k);
      if (weight < negligible) break;
      law.probability.push_back(weight);
    }
    double sum = 0;
    for (const double each : law.probability) sum += each;
    for (double& each : law.probability) each /= sum;
    return law;
  }

 private:
  [[nodiscard]] int lowest() const { return std::max(0, -lost_without_); }
  [[nodiscard]] int highest() const { return std::min(with_, won_); }

  /// The probability of k + 1 over that of k: falls as k grows.
  [[nodiscard]] double step(int k) const {
    return static_cast<double>(with_ - k) * (won_ - k) /
           (static_cast<double>(k + 1) * (lost_without_ + k + 1)) * odds_ratio_;
  }

  [[nodiscard]] int most_probable() const {
    int low = lowest();
    int high = highest();
    while (low < high) {
      const int middle = low + (high - low) / 2;
      if (step(middle) > 1)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  int with_;
  int won_;
  int lost_without_;  // below 0: so many wins must have the trait
  double odds_ratio_;
};

/// Whether the table leaves its number of wins with the trait to chance.
bool compares(const FourfoldTable& table) {
  const int won = table.with_won + table.without_won;
  return table.with > 0 && table.without > 0 && won > 0 && won < table.with + table.without;
}

std::vector<FourfoldTable> comparing(std::span<const FourfoldTable> tables) {
  std::vector<FourfoldTable> result;
  std::ranges::copy_if(tables, std::back_inserter(result), compares);
  return result;
}

Law sum_of(const Law& a, const Law& b) {
  Law sum{.first = a.first + b.first,
          .probability = std::vector<double>(a.probability.size() + b.probability.size() - 1)};
  for (std::size_t i = 0; i < a.probability.size(); ++i)
    for (std::size_t j = 0; j < b.probability.size(); ++j)
      sum.probability[i + j] += a.probability[i] * b.probability[j];
  return sum;
}

}  // namespace

double mantel_haenszel_z(std::span<const FourfoldTable> tables) {
  double surplus = 0;
  double variance = 0;
  for (const FourfoldTable& table : tables) {
    if (!compares(table)) continue;
    const double n = table.with + table.without;
    const double won = table.with_won + table.without_won;
    surplus += table.with_won - table.with * won / n;
    variance += table.with * (table.without / n) * (won / n) * ((n - won) / (n - 1));
  }
  return variance == 0 ? 0 : surplus / std::sqrt(variance);
}

double exact_p_value(std::span<const FourfoldTable> tables) {
  Law law;
  int seen = 0;
  for (const FourfoldTable& table : comparing(tables)) {
    law = sum_of(law, Hypergeometric(table, 1).law());
    seen += table.with_won;
  }
  double below = 0;  // or equal
  double above = 0;
  for (std::size_t at = 0; at < law.probability.size(); ++at) {
    const int number = law.first + static_cast<int>(at);
    if (number <= seen) below += law.probability[at];
    if (number >= seen) above += law.probability[at];
  }
  return std::min(1.0, 2 * std::min(below, above));
}

double shrunk_odds_ratio(std::span<const FourfoldTable> tables, double prior_variance) {
  const std::vector<FourfoldTable> comparable = comparing(tables);
  double log_odds = 0;
  for (int round = 0; round < 50; ++round) {
    double slope = -log_odds / prior_variance;
    double curvature = 1 / prior_variance;
    for (const FourfoldTable& table : comparable) {
      const Law law = Hypergeometric(table, std::exp(log_odds)).law();
      slope += table.with_won - law.mean();
      curvature += law.variance();
    }
    // Newton, with bounded steps: where the likelihood is flat a full one would go astray.
    const double move = std::clamp(slope / curvature, -1.0, 1.0);
    log_odds += move;
    if (std::abs(move) < 1e-10) break;
  }
  return std::exp(log_odds);
}

}  // namespace tipoff
