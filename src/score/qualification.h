// Whether an account is on the seller's list at all, and why not.
#pragma once

#include <optional>
#include <string>

#include "match/account.h"
#include "score/criterion.h"
#include "score/profile.h"

namespace tipoff {

/// Why an account is not on the list.
struct Disqualification {
  Criterion criterion = Criterion::industry;
  std::string because;

  bool operator==(const Disqualification&) const = default;
};

/// Under a profile with `owned_only`, the accounts of other owners are not this seller's at all.
[[nodiscard]] bool belongs_to(const Account& account, const Profile& profile);

/// An account whose known value matches no target is off; an unknown value keeps it. For titles any
/// contact will do.
[[nodiscard]] std::optional<Disqualification> disqualify(const Account& account,
                                                         const Profile& profile);

}  // namespace tipoff
