// Interviews: whom to ask when conversion stays below the target though the scorecard was changed,
// and what is known already of why deals were lost.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learn/called_account.h"
#include "learn/conversion.h"

namespace tipoff {

/// What an interviewed customer can tell.
enum class InterviewKind : std::uint8_t { won, lost, never_reached };

[[nodiscard]] std::string_view name_of(InterviewKind kind);

struct Interview {
  std::string account;  // id
  std::string name;
  InterviewKind kind = InterviewKind::won;
  std::string why;  // what is known of it, and what to ask

  bool operator==(const Interview&) const = default;
};

/// Whether a change has not helped: the verdict on the accounts first called at or after it.
[[nodiscard]] bool is_still_below(std::span<const CalledAccount> accounts, const Measure& measure,
                                  Time changed_at, Time now);

/// Up to `most` customers: two won, two lost and one never reached, in turn, so that each kind is
/// heard; where a kind runs out the others fill in. Of the won first those with the lowest score
/// (what does the scorecard not see?), of the lost and of those never reached first those with the
/// highest (what does it see that is not so?); equals: the latest call first, then by id. Never
/// reached: no call spoke to anybody who may decide, and the deal has lapsed.
[[nodiscard]] std::vector<Interview> customers_to_interview(std::span<const CalledAccount> accounts,
                                                            std::chrono::seconds sales_cycle,
                                                            Time now, std::size_t most = 5);

/// A reason that was written down for lost deals.
struct LostReason {
  std::string reason;  // as first written; empty: none was written
  int accounts = 0;

  bool operator==(const LostReason&) const = default;
};

/// The notes of the calls that ended each lost deal, the same whatever their case; the most
/// frequent first, the unwritten ones last. (Conversion by message used: rows of the side
/// `message` of a Conversion.)
[[nodiscard]] std::vector<LostReason> reasons_for_loss(std::span<const CalledAccount> accounts,
                                                       std::chrono::seconds sales_cycle, Time now);

}  // namespace tipoff
