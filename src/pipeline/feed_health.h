// FeedHealth: how a feed fares, and whether it is worth keeping.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/settings.h"
#include "fetch/subscription.h"
#include "store/feed_tally.h"
#include "text/json.h"

namespace tipoff {

struct FeedHealth {
  std::size_t number = 0;  // from 1, as commands name it
  Feed feed;
  std::filesystem::path file;  // where it is written
  FeedState state;
  FeedTally tally;
  std::optional<Time> failing_since;
  std::optional<Subscription> push;  // at the hub that its document names
};

struct FeedWorth {
  enum class Verdict { yes, perhaps, no, too_early };
  Verdict verdict = Verdict::too_early;
  std::string because;

  bool operator==(const FeedWorth&) const = default;
};

struct FeedHealthReading {
  std::vector<FeedHealth> feeds;  // ordinary ones in the order of their lists, then news searches
  Complaints complaints;
};

/// Reads lists and store, and computes nothing anew: no rules, no names.
[[nodiscard]] FeedHealthReading feed_health(const Settings& settings, Time now);

/// A day's worth of failures, four weeks without a trigger: what a person would want to look at.
[[nodiscard]] FeedWorth worth_keeping(const FeedHealth& health, Time now);

/// New articles a week; nothing before a whole day has passed since the first fetch.
[[nodiscard]] std::optional<double> articles_per_week(const FeedTally& tally, Time now);

/// "well", "not asked yet", "failing for 3 days (5 in a row): ..".
[[nodiscard]] std::string health_sentence(const FeedHealth& health, Time now);

/// When it is due next, within its poll window; `now` where it is overdue.
[[nodiscard]] Time next_try_of(const FeedHealth& health, Time now);

[[nodiscard]] bool is_failing(const FeedHealth& health);

[[nodiscard]] std::string_view name_of(FeedWorth::Verdict verdict);

/// One object, as `tipoff feed list --format json` prints it.
[[nodiscard]] Json to_json(const FeedHealth& health, Time now);

/// "5 min", "3 h", "12 days": about how long.
[[nodiscard]] std::string rough_span(std::chrono::seconds span);

}  // namespace tipoff
