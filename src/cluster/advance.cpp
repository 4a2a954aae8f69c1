// What a report does to its story.
#include <algorithm>
#include <tuple>

#include "cluster/fingerprint.h"
#include "cluster/join.h"

namespace tipoff {
namespace {

constexpr std::size_t most_fingerprints = 8;
constexpr int repeated_text = 3;  // bits

bool repeats_text(const Story& story, const Report& report) {
  return std::ranges::any_of(story.fingerprints, [&](auto known) {
    return within(repeated_text, known, report.fingerprint);
  });
}

void remember_text(Story& story, const Report& report) {
  if (report.fingerprint == 0 || repeats_text(story, report)) return;
  story.fingerprints.push_back(report.fingerprint);
  if (story.fingerprints.size() > most_fingerprints)
    story.fingerprints.erase(story.fingerprints.begin());
}

void add_source(Story& story, const Report& report) {
  const auto place = std::ranges::lower_bound(story.feeds, report.feed);
  if (place != story.feeds.end() && *place == report.feed) return;
  story.feeds.insert(place, report.feed);
  story.sources = static_cast<int>(story.feeds.size());
}

void show(Story& story, const Report& report) {
  story.confidence = report.confidence;
  story.rule = report.rule;
  story.evidence = report.evidence;
  story.title = report.title;
  story.url = report.url;
  story.shown_at = time_of(report);
}

/// Whichever report comes first, the same one is shown: the surer, then the earlier, then by bytes.
bool shows_better(const Report& report, const Story& story) {
  const auto time = time_of(report);
  return std::tie(story.confidence, time, report.url, report.title, report.evidence, report.rule) <
         std::tie(report.confidence, story.shown_at, story.url, story.title, story.evidence,
                  story.rule);
}

/// A report that repeats an old text is no news, however late it comes.
bool moves(const Story& story, const Report& report) {
  if (report.certainty == story.certainty) return false;
  if (story.certainty == Certainty::denied)
    return time_of(report) > story.told_at && !repeats_text(story, report);
  if (report.certainty == Certainty::denied) return time_of(report) >= story.told_at;
  return report.certainty > story.certainty;  // rumoured, announced, completed
}

void enter_state(Story& story, const Report& report) {
  story.certainty = report.certainty;
  story.happened_at = time_of(report);
  story.seen_at = report.seen_at;
  show(story, report);
}

void take_repetition(Story& story, const Report& report) {
  story.happened_at = std::min(story.happened_at, time_of(report));
  if (shows_better(report, story)) show(story, report);
}

}  // namespace

Story new_story(const Report& report) {
  Story story;
  story.account = report.account;
  story.event = report.event;
  story.role = report.role;
  story.standing = report.ambiguous ? Standing::review : Standing::counted;
  enter_state(story, report);
  story.told_at = time_of(report);
  add_source(story, report);
  remember_text(story, report);
  return story;
}

Advance advance(Story story, const Report& report, bool fresh) {
  const Story before = story;
  Advance result;
  if (moves(story, report)) {
    enter_state(story, report);
    result.state_moved = true;
  } else if (fresh && report.certainty == story.certainty) {
    take_repetition(story, report);
  }
  if (story.standing == Standing::review && !report.ambiguous) {
    story.standing = Standing::counted;
    result.state_moved = true;
  }
  if (!story.role) story.role = report.role;
  story.told_at = std::max(story.told_at, time_of(report));
  add_source(story, report);
  remember_text(story, report);
  result.changed = story != before;
  result.story = std::move(story);
  return result;
}

}  // namespace tipoff
