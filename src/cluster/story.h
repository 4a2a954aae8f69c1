// Story: one event of one account, told by many articles; its state moves on as the news does.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "clock.h"
#include "detect/trigger.h"

namespace tipoff {

/// A trigger with the article that carried it: what the stories are made of.
struct Report {
  std::string account;  // id
  std::string event;
  std::optional<Role> role;
  Certainty certainty = Certainty::announced;
  double confidence = 0;
  std::string rule;
  std::string evidence;
  std::string title;  // the article's
  std::string url;
  std::string feed;  // URL of the feed
  std::optional<Time> published;
  Time seen_at{};
  std::uint64_t fingerprint = 0;  // SimHash of the article's text (cluster/fingerprint.h)
  std::int64_t article = 0;       // row in the store
  bool ambiguous = false;
  bool alertable = true;           // not from a feed's first fetch, not older than max_age
  std::vector<std::string> names;  // of the account, with aliases: they tell no two deals apart.
                                   // Empty: only its id is known. Not stored
};

/// `published`; where there is none, or it lies in the future: seen_at.
[[nodiscard]] Time time_of(const Report& report);

/// What a story is believed to be. An ambiguous one waits for review and scores only once
/// confirmed.
enum class Standing { counted, review, wrong };

struct Story {
  std::int64_t id = 0;  // 0: not stored yet
  std::string account;
  std::string event;
  std::optional<Role> role;
  Certainty certainty = Certainty::announced;
  Standing standing = Standing::counted;
  Time happened_at{};  // earliest `published` of the present state's articles; none, or in the
                       // future: seen_at
  Time seen_at{};      // when the present state was first seen
  Time told_at{};   // time of its latest report: it is open for repetitions for two weeks from here
  Time shown_at{};  // time of the report whose evidence is shown
  double confidence = 0;
  std::string rule;  // of the evidence shown
  std::string evidence;
  std::string title;
  std::string url;
  int sources = 1;                          // distinct feeds
  std::vector<std::uint64_t> fingerprints;  // of its articles, the latest few
  std::vector<std::string> feeds;           // distinct, in order of bytes

  bool operator==(const Story&) const = default;
};

/// The state of a story before a change; none for a new story.
struct StoryChange {
  std::int64_t story = 0;
  std::optional<Certainty> previous;
  bool alertable = true;

  bool operator==(const StoryChange&) const = default;
};

}  // namespace tipoff
