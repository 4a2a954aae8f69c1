// When a feed is next due, and what is remembered of its last answer.
#pragma once

#include "fetch/poll.h"

namespace tipoff {

inline constexpr std::chrono::hours longest_backoff{24};
inline constexpr std::chrono::hours longest_validator_life{24 * 8};
inline constexpr int moves_to_believe =
    3;  // permanent redirects in a row before the new address is used

/// Where a hub pushes what is new, the interval is this many times as long, a day at the most.
inline constexpr int slower_behind_push = 4;
inline constexpr std::chrono::hours longest_behind_push{24};

/// The state after an answer. A feed that answers is due again after its interval: the one that a
/// person wrote, else one adapted to the feed's rhythm, with what server and feed ask for as floors
/// (fresh_for, UpdateHints). One that fails is asked half as often after each failure, down to once
/// in `longest_backoff`. Retry-After is a floor under all. `chance` in [0, 1) shortens the wait by
/// up to a tenth: jitter. A poll window is kept by all.
[[nodiscard]] FeedState reschedule(FeedState state, const Feed& feed, const PollOutcome& outcome,
                                   double chance, Time now);

/// Bytes that came but are no feed count as a failure like any other.
[[nodiscard]] PollOutcome failed_outcome(PollOutcome outcome, std::string reason);

}  // namespace tipoff
