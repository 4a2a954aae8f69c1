// Replay: how the accounts that were called would have stood on the list under another scorecard,
// and how many wins would have been at its top.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "learn/called_account.h"
#include "score/profile.h"

namespace tipoff {

/// What accounts are scored by.
struct Scoring {
  Profile profile;
  std::vector<std::string> retired_rules;  // their events do not count

  bool operator==(const Scoring&) const = default;
};

/// Scores called accounts as they stood at their first call.
class Rescorer {
 public:
  /// The scoring must outlive it.
  explicit Rescorer(const Scoring& scoring) : scoring_(&scoring) {}

  /// Industry, title, region and trigger anew from the recorded values and events, the other parts
  /// as recorded; nothing where the account would have been off the list.
  [[nodiscard]] std::optional<int> score(const CalledAccount& account);

 private:
  using Points = std::map<std::string, std::optional<int>, std::less<>>;  // by value

  struct Side {
    const std::vector<Target>* targets = nullptr;
    int importance = 0;
    bool titles = false;
    Points known = {};
  };

  [[nodiscard]] static std::optional<int> points(Side& side,
                                                 const std::vector<std::string>& values);
  [[nodiscard]] int trigger_points(const CalledAccount& account) const;

  const Scoring* scoring_;
  Side industry_{&scoring_->profile.industries, scoring_->profile.importance.industry};
  Side title_{&scoring_->profile.titles, scoring_->profile.importance.title, true};
  Side region_{&scoring_->profile.regions, scoring_->profile.importance.region};
};

/// The head of a list.
struct TopOfList {
  int accounts = 0;
  double won = 0;  // as many as there would be on average if equal scores stood in random order

  [[nodiscard]] double rate() const { return accounts == 0 ? 0 : won / accounts; }
};

struct Replay {
  TopOfList before;
  TopOfList after;   // fewer accounts where fewer are on the list
  int off_list = 0;  // accounts that only the new scoring takes off the list
  int off_list_won = 0;
};

/// A fifth of the accounts, at least 20.
[[nodiscard]] int usual_top(std::size_t accounts);

/// Both scorings are judged by the same outcomes that a proposal was drawn from: in hindsight.
[[nodiscard]] Replay replay(std::span<const DecidedAccount> accounts, const Scoring& before,
                            const Scoring& after, int top);

}  // namespace tipoff
