// AccountScore: how much an account is worth a call, and the reason for each point.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cluster/story.h"
#include "match/account.h"
#include "score/profile.h"

namespace tipoff {

enum class Criterion { industry, title, region, trigger, sold_in_industry, reference_customer, personally_involved, do_not_call };

[[nodiscard]] std::string_view name_of(Criterion criterion);

struct ScorePart {
  Criterion criterion = Criterion::industry;
  int points = 0;
  int of = 0;           // the most that this criterion can give under this profile
  std::string because;  // one sentence, without ages or anything else that changes by itself

  bool operator==(const ScorePart&) const = default;
};

/// Why an account is not on the list.
struct Disqualification {
  Criterion criterion = Criterion::industry;
  std::string because;

  bool operator==(const Disqualification&) const = default;
};

struct AccountScore {
  int score = 0;
  int max_score = 0;
  std::vector<ScorePart> parts;  // all seven, in the order of Criterion
  std::vector<Story> events;     // the live ones: most points first, then newest
  std::optional<Disqualification> disqualified;  // then nothing else is filled in
  std::optional<Time> next_change;  // when the next live event's window ends

  bool operator==(const AccountScore&) const = default;
};

/// An account whose known value matches no target is off; an unknown value keeps it.
[[nodiscard]] std::optional<Disqualification> disqualify(const Account& account, const Profile& profile);

/// An event is live while it is counted, not denied, its type's weight is above 0 and its window has not ended.
[[nodiscard]] bool is_live(const Story& story, const Profile& profile, Time now);

/// `stories`: all of the account's.
[[nodiscard]] AccountScore score(const Account& account, std::span<const Story> stories, const Profile& profile, Time now);

}  // namespace tipoff
