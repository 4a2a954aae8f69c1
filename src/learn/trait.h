// Traits: the properties of called accounts that a setting could prefer, each to be compared with
// the accounts that lack it.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "learn/called_account.h"
#include "score/profile.h"

namespace tipoff {

/// What a trait is of, and with which accounts it is compared.
enum class TraitKind : std::uint8_t {
  industry,    // accounts of another known industry
  title,       // calls to another known title
  region,      // accounts of another known region
  event,       // accounts called for another event
  importance,  // a criterion is met; accounts of which it is not known, or without live event
  rule,        // accounts whose event of the same type another rule found
  event_age    // accounts whose event of the same type was younger
};

[[nodiscard]] std::string_view name_of(TraitKind kind);

struct Trait {
  TraitKind kind = TraitKind::industry;
  std::string value;                // importance: the criterion; event_age: the type, or any_event
  std::chrono::days older_than{0};  // event_age only: so old or older

  bool operator==(const Trait&) const = default;
};

inline constexpr std::string_view any_event = "any";

/// Ages at which the window of an event type could end.
inline constexpr std::chrono::days window_cuts[] = {std::chrono::days{30}, std::chrono::days{90}};

/// Whether an account has the trait, lacks it, or belongs to neither side.
enum class Presence : std::int8_t { apart, lacking, having };

struct TraitColumn {
  Trait trait;
  std::vector<Presence> presence;  // by account
  bool within_event = false;       // only accounts with events of one type are compared
};

struct TraitTable {
  std::vector<TraitColumn> columns;
  std::vector<int> event;  // by account: a number for the type of its best live event, 0: none
  int events = 0;          // so many numbers, 0 included
};

/// The traits that at least `least` accounts have and at least `least` comparable ones lack. How
/// many were won plays no part in the choice, so that it favours nothing.
[[nodiscard]] TraitTable traits_of(std::span<const DecidedAccount> accounts, const Profile& profile,
                                   int least);

}  // namespace tipoff
