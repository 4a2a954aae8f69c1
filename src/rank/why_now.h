// Why now, and whom to ask for: what a seller sees of an account at a glance.
#pragma once

#include <string>

#include "match/account.h"
#include "score/account_score.h"
#include "score/profile.h"

namespace tipoff {

/// "acquisition announced 2026-03-02 as acquirer: “Siemens to acquire Altair” (wire.example)", from
/// the best live event; empty without one.
[[nodiscard]] std::string why_now(const AccountScore& score);

/// The contact whose title is the most important target, the first of equals; without a target
/// title the first contact; empty without contacts.
[[nodiscard]] Contact best_contact(const Account& account, const Profile& profile);

}  // namespace tipoff
