// A pure decision: the state after an answer, from the state before it.
#include "fetch/schedule.h"

#include <algorithm>

#include "fetch/retry_after.h"

namespace tipoff {
namespace {

using std::chrono::seconds;

constexpr int most_doublings = 16;    // a second doubled so often is most of a day
constexpr int failures_to_doubt = 3;  // in a row at the new address, and the old one is asked again
constexpr double most_jitter = 0.1;   // of the wait

seconds backoff(seconds interval, int failures) {
  const seconds longest = std::max<seconds>(longest_backoff, interval);
  if (interval >= longest) return interval;
  return std::min(interval * (1 << std::min(failures, most_doublings)), longest);
}

seconds shortened(seconds wait, double chance) {
  const double part = most_jitter * std::clamp(chance, 0.0, 1.0);
  return wait - seconds{static_cast<seconds::rep>(static_cast<double>(wait.count()) * part)};
}

void remember_validators(FeedState& state, const PollOutcome& outcome, Time now) {
  state.etag = outcome.etag;
  state.last_modified = outcome.last_modified;
  state.validators_since = now;
}

bool follows_move(const FeedState& state) {
  return state.moved_seen >= moves_to_believe && !state.moved_to.empty();
}

void forget_move(FeedState& state) {
  state.moved_to.clear();
  state.moved_seen = 0;
}

/// Counts the permanent redirects in a row. One that is followed already stays, until it fails or
/// leads on.
void remember_move(FeedState& state, const PollOutcome& outcome) {
  if (outcome.moved_to.empty()) {
    if (!follows_move(state)) forget_move(state);
    return;
  }
  if (state.moved_to != outcome.moved_to) {
    forget_move(state);
    state.moved_to = outcome.moved_to;
  }
  state.moved_seen = std::min(state.moved_seen + 1, moves_to_believe);
}

void succeed(FeedState& state, const PollOutcome& outcome, Time now) {
  if (outcome.kind == PollKind::news) {
    remember_validators(state, outcome, now);
    state.hints = outcome.hints;
    state.rhythm = outcome.rhythm;
  }
  remember_move(state, outcome);
  state.last_success = now;
  state.failures_in_a_row = 0;
  state.failure.clear();
  state.had_baseline = true;
  state.parked = false;
}

void fail(FeedState& state, const PollOutcome& outcome) {
  ++state.failures_in_a_row;
  state.failure = outcome.failure;
  state.parked = outcome.kind == PollKind::gone;
  if (follows_move(state) && (state.parked || state.failures_in_a_row >= failures_to_doubt)) {
    forget_move(state);
    state.parked = false;  // gone there, perhaps not at the address that a person wrote
  }
}

seconds interval_of(const FeedState& state, const Feed& feed, Time now) {
  if (feed.interval) return std::max(*feed.interval, seconds{1});
  return adapted_interval(state.rhythm, now).value_or(default_interval);
}

/// What server and feed ask for, where no interval is written.
seconds floor_of(const FeedState& state, const PollOutcome& outcome) {
  return std::max(outcome.fresh_for.value_or(seconds{0}),
                  std::min<seconds>(state.hints.floor, longest_fresh));
}

seconds behind_push(seconds interval) {
  return std::max(interval, std::min<seconds>(interval * slower_behind_push, longest_behind_push));
}

}  // namespace

FeedState reschedule(FeedState state, const Feed& feed, const PollOutcome& outcome, double chance,
                     Time now) {
  const bool answered = outcome.kind == PollKind::news || outcome.kind == PollKind::not_modified;
  state.last_attempt = now;
  if (answered)
    succeed(state, outcome, now);
  else
    fail(state, outcome);
  const seconds interval = answered && outcome.pushed ? behind_push(interval_of(state, feed, now))
                                                      : interval_of(state, feed, now);
  seconds wait = shortened(backoff(interval, state.failures_in_a_row), chance);
  if (answered && !feed.interval) wait = std::max(wait, floor_of(state, outcome));
  wait = std::max({wait, outcome.retry_after.value_or(seconds{0}), seconds{1}});
  state.next_due = now + wait;
  if (!feed.interval) state.next_due = after_skipped(state.hints, state.next_due);
  if (feed.window) state.next_due = opens(*feed.window, state.next_due);
  return state;
}

PollOutcome failed_outcome(PollOutcome outcome, std::string reason) {
  outcome.kind = PollKind::failed;
  outcome.body.clear();
  outcome.failure = std::move(reason);
  return outcome;
}

}  // namespace tipoff
