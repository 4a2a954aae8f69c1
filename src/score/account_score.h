// AccountScore: how much an account is worth a call, and the reason for each point.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cluster/story.h"
#include "match/account.h"
#include "score/criterion.h"
#include "score/profile.h"
#include "score/qualification.h"

namespace tipoff {

struct ScorePart {
  Criterion criterion = Criterion::industry;
  int points = 0;
  int of = 0;           // the most that this criterion can give under this profile
  std::string because;  // one sentence, without ages or anything else that changes by itself

  bool operator==(const ScorePart&) const = default;
};

struct AccountScore {
  int score = 0;
  int max_score = 0;
  std::vector<ScorePart> parts;                  // all seven, in the order of Criterion
  std::vector<Story> events;                     // the live ones: most points first, then newest
  std::optional<Disqualification> disqualified;  // then nothing else is filled in
  std::optional<Time> next_change;               // when the next live event's window ends

  bool operator==(const AccountScore&) const = default;
};

/// An event is live while it is counted, not denied, its type's weight is above 0 and its window
/// has not ended.
[[nodiscard]] bool is_live(const Story& story, const Profile& profile, Time now);

/// What a live event is worth: its type's weight, and 1 at most for a rumour.
[[nodiscard]] int points_of(const Story& story, const Profile& profile);

/// `stories`: all of the account's.
[[nodiscard]] AccountScore score(const Account& account, std::span<const Story> stories,
                                 const Profile& profile, Time now);

}  // namespace tipoff
