// Standings: where every account of one seller stands, kept small, so that a publish touches only
// what changed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/assembly.h"
#include "rank/call_list.h"
#include "store/call_table.h"
#include "store/score_table.h"
#include "store/story_table.h"

namespace tipoff {

class Standings {
 public:
  Standings(const Assembly& assembly, const Profile& profile);

  /// Scores every account anew. What differs from the store's rows is saved there.
  void score_all(StoryTable& stories, ScoreTable& scores, const CallTable& calls, Time now);

  /// Scores these accounts anew, and saves what changed.
  void score_some(const std::vector<AccountIndex>& accounts, StoryTable& stories,
                  ScoreTable& scores, const CallTable& calls, Time now);

  /// Accounts with an event whose window has ended since they were scored.
  [[nodiscard]] std::vector<AccountIndex> expired(Time now) const;
  [[nodiscard]] std::optional<Time> next_change() const;

  /// The whole call list as it stands; entries of the `top` best, 0 = all.
  [[nodiscard]] CallList call_list(StoryTable& stories, std::size_t top, const CallList& previous,
                                   Time now) const;

  /// One account's entry; rank 0 where it stands below `list`.
  [[nodiscard]] CallListEntry entry(AccountIndex account, const CallList& list, StoryTable& stories,
                                    Time now) const;

  [[nodiscard]] const Profile& profile() const { return profile_; }

 private:
  struct Row {
    AccountIndex account = 0;
    int score = 0;
    bool qualified = true;
    Time newest_event{};  // of the live ones; the epoch: none
    int live_events = 0;
    std::optional<Time> next_change;
    std::optional<Time> last_call;
  };
  void take(Row& row, const AccountScore& score) const;
  void save(const Row& row, ScoreTable& scores) const;

  const Assembly& assembly_;
  const Profile& profile_;
  std::vector<Row> rows_;
  std::map<AccountIndex, std::size_t> row_of_;
};

}  // namespace tipoff
