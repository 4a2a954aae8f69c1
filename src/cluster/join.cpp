// Finds the story that a report tells again.
#include "cluster/join.h"

#include <algorithm>
#include <tuple>

#include "cluster/fingerprint.h"
#include "cluster/likeness.h"

namespace tipoff {
namespace {

using std::chrono::days;

constexpr days open_for{14};     // for a repetition
constexpr days outcome_in{400};  // for its completion or denial
constexpr days translated_in{2};
constexpr int same_text = 3;  // bits
constexpr int copied_text = 6;
constexpr int near_text = 12;
constexpr double like_headline = 0.5;

bool compatible(const std::optional<Role>& a, const std::optional<Role>& b) {
  return !a || !b || *a == *b;
}

bool is_outcome(Certainty certainty) {
  return certainty == Certainty::completed || certainty == Certainty::denied;
}

/// How far the report lies outside the story's time; 0 within.
std::chrono::seconds gap(const Report& report, const Story& story) {
  const auto time = time_of(report);
  return std::max({std::chrono::seconds{0}, time - story.told_at, story.happened_at - time});
}

/// The later of the two must be the outcome.
bool may_be_outcome(const Report& report, const Story& story) {
  if (gap(report, story) > outcome_in) return false;
  return time_of(report) < story.happened_at ? is_outcome(story.certainty)
                                             : is_outcome(report.certainty);
}

int nearest_text(const Report& report, const Story& story) {
  int nearest = 64;
  for (const auto known : story.fingerprints) {
    if (within(63, known, report.fingerprint))
      nearest = std::min(nearest, distance(known, report.fingerprint));
  }
  return nearest;
}

/// The report as it is compared with each story.
struct Asked {
  const Report& report;
  OwnWords own;
  Claim claim;
};

/// A story in another language, soon before or after, and no sum speaks against it: a guess, which
/// holds as long as no other story could be meant.
constexpr int guess = 1;

/// 0: not the same event; the higher the surer.
int sureness(const Asked& asked, const Story& story) {
  const auto apart = gap(asked.report, story);
  const bool open = apart <= open_for;
  if (!open && !may_be_outcome(asked.report, story)) return 0;
  const auto likeness = likeness_of(asked.claim, claim_of(story.title, story.evidence, asked.own));
  const int bits = open ? nearest_text(asked.report, story) : 64;
  if (bits <= same_text) return 6;
  if (likeness.other_names) return likeness.guessed && bits <= copied_text ? 4 : 0;
  if (likeness.same_names) return 5;
  if (!open) return 0;
  if (bits <= near_text) return 4;
  if (likeness.same_numbers) return 3;
  const bool like = likeness.words >= like_headline && !likeness.other_numbers;
  if (likeness.bare || like) return 2;
  return likeness.translated && !likeness.other_sums && apart <= translated_in ? guess : 0;
}

}  // namespace

Time time_of(const Report& report) {
  return report.published && *report.published <= report.seen_at ? *report.published
                                                                 : report.seen_at;
}

std::optional<std::size_t> story_told_by(const Report& report, std::span<const Story> known) {
  const OwnWords own(report.names, report.account);
  const Asked asked{report, own, claim_of(report.title, report.evidence, own)};
  std::optional<std::size_t> best;
  auto best_rank = std::tuple(0, Time{}, Time{});
  int possible = 0;
  for (std::size_t at = 0; at < known.size(); ++at) {
    const auto& story = known[at];
    if (story.account != report.account || story.event != report.event) continue;
    if (!compatible(story.role, report.role)) continue;
    const auto rank = std::tuple(sureness(asked, story), story.told_at, story.happened_at);
    if (std::get<0>(rank) == 0) continue;
    ++possible;
    if (best && rank <= best_rank) continue;
    best = at;
    best_rank = rank;
  }
  if (std::get<0>(best_rank) == guess && possible > 1) return std::nullopt;
  return best;
}

}  // namespace tipoff
