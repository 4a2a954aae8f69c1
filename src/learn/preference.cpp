// Takes one trait after the other, as long as chance does not explain it.
#include "learn/preference.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace tipoff {
namespace {

struct Rival {
  std::size_t column = 0;
  double z = 0;
};

/// So weak a trait passes no exact test.
constexpr double hopeless_z = 1.5;
constexpr double same_z = 1e-9;

/// A scorecard cannot prefer rules or ages, only leave some out.
bool is_for_leaving_out(const TraitColumn& column) {
  return column.trait.kind == TraitKind::rule || column.trait.kind == TraitKind::event_age;
}

class ForwardSelection {
 public:
  ForwardSelection(std::span<const DecidedAccount> accounts, const TraitTable& table,
                   const Caution& caution)
      : accounts_(accounts), table_(table), caution_(caution), stratum_(accounts.size()) {}

  /// The next finding; none once nothing passes.
  std::optional<Finding> next() {
    const double threshold =
        caution_.error / static_cast<double>(table_.columns.size() - taken_.size());
    for (const Rival& rival : rivals()) {
      const TraitColumn& column = table_.columns[rival.column];
      const std::vector<FourfoldTable> tables = tables_of(column);
      const double p_value = exact_p_value(tables);
      if (p_value > threshold) continue;
      const double ratio = shrunk_odds_ratio(tables);
      if (std::max(ratio, 1 / ratio) < caution_.least_ratio) continue;
      hold_equal(rival.column);
      return Finding{.trait = column.trait,
                     .seen = pooled(tables),
                     .odds_ratio = ratio,
                     .p_value = p_value,
                     .threshold = threshold,
                     .tried = static_cast<int>(table_.columns.size())};
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::vector<Rival> rivals() const {
    std::vector<Rival> rivals;
    for (std::size_t at = 0; at < table_.columns.size(); ++at) {
      if (std::ranges::find(taken_, at) != taken_.end()) continue;
      const double z = mantel_haenszel_z(tables_of(table_.columns[at]));
      if (std::abs(z) > hopeless_z) rivals.push_back({at, z});
    }
    std::ranges::sort(rivals, [this](const Rival& a, const Rival& b) { return is_before(a, b); });
    return rivals;
  }

  /// Two values that share all accounts are one finding: told as what wins more, but of rules and
  /// ages, where only the worse ones can be left out, as what wins less.
  [[nodiscard]] bool is_telling(const Rival& rival) const {
    return (rival.z > 0) != is_for_leaving_out(table_.columns[rival.column]);
  }

  [[nodiscard]] bool is_before(const Rival& a, const Rival& b) const {
    const double difference = std::abs(a.z) - std::abs(b.z);
    if (std::abs(difference) > same_z * std::abs(a.z)) return difference > 0;
    return is_telling(a) != is_telling(b) ? is_telling(a) : a.column < b.column;
  }

  /// A table for each stratum, and within_event for each event type in it.
  [[nodiscard]] std::vector<FourfoldTable> tables_of(const TraitColumn& column) const {
    const auto events = static_cast<std::size_t>(column.within_event ? table_.events : 1);
    std::vector<FourfoldTable> tables(strata_ * events);
    for (std::size_t row = 0; row < accounts_.size(); ++row) {
      if (column.presence[row] == Presence::apart) continue;
      const auto event = static_cast<std::size_t>(column.within_event ? table_.event[row] : 0);
      FourfoldTable& table = tables[stratum_[row] * events + event];
      const bool having = column.presence[row] == Presence::having;
      ++(having ? table.with : table.without);
      if (accounts_[row].won) ++(having ? table.with_won : table.without_won);
    }
    return tables;
  }

  [[nodiscard]] static FourfoldTable pooled(const std::vector<FourfoldTable>& tables) {
    FourfoldTable sum;
    for (const FourfoldTable& table : tables) {
      sum.with += table.with;
      sum.with_won += table.with_won;
      sum.without += table.without;
      sum.without_won += table.without_won;
    }
    return sum;
  }

  void hold_equal(std::size_t column) {
    taken_.push_back(column);
    std::map<std::pair<std::size_t, Presence>, std::size_t> numbers;
    for (std::size_t row = 0; row < accounts_.size(); ++row)
      stratum_[row] =
          numbers.try_emplace({stratum_[row], table_.columns[column].presence[row]}, numbers.size())
              .first->second;
    strata_ = numbers.size();
  }

  std::span<const DecidedAccount> accounts_;
  const TraitTable& table_;
  const Caution& caution_;
  std::vector<std::size_t> stratum_;  // by account
  std::size_t strata_ = 1;
  std::vector<std::size_t> taken_;
};

}  // namespace

std::vector<Finding> find_preferences(std::span<const DecidedAccount> accounts,
                                      const Profile& profile, const Caution& caution) {
  const TraitTable table = traits_of(accounts, profile, caution.least_accounts);
  ForwardSelection selection(accounts, table, caution);
  std::vector<Finding> findings;
  const auto most = std::min(static_cast<std::size_t>(caution.most), table.columns.size());
  while (findings.size() < most) {
    auto finding = selection.next();
    if (!finding) break;
    findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace tipoff
