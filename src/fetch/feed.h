// Feed, FeedState: what we poll, and what we remember of it.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "clock.h"
#include "fetch/rhythm.h"
#include "fetch/update_hints.h"
#include "text/week_window.h"

namespace tipoff {

struct Feed {
  std::string url;  // what tells feeds apart
  std::string title;
  std::string language;
  std::optional<std::chrono::seconds>
      interval;  // as written; kept as written but for jitter, which only shortens
  bool allow_private_networks = false;
  std::string
      searched_account;  // id of the account that this news search is for; empty: an ordinary feed
  bool page = false;     // where it has only a headline that names an account, its page is read
  std::optional<std::string> proxy = {};  // "": none, whatever [fetch] says; nothing: [fetch] proxy
  std::optional<WeekWindow> window = {};  // asked at any time where there is none

  bool operator==(const Feed&) const = default;
};

inline constexpr std::chrono::seconds default_interval{std::chrono::minutes{30}};

struct FeedState {
  std::string etag;  // the validators are opaque, and kept as a pair
  std::string last_modified;
  Time validators_since{};  // dropped after 8 days, so that a server stuck on 304 heals
  Time next_due{};          // default: due at once
  std::optional<Time> last_attempt;
  std::optional<Time> last_success;
  int failures_in_a_row = 0;
  std::string failure;        // one sentence on the last one; empty after a success
  bool had_baseline = false;  // it was fetched successfully once: its next new items may alert
  bool parked = false;        // 410: not asked again until the user says so
  std::string
      moved_to;  // target of a permanent redirect, followed after `moved_seen` confirmations
  int moved_seen = 0;
  UpdateHints hints;  // of the last document
  Rhythm rhythm;      // likewise

  bool operator==(const FeedState&) const = default;
};

}  // namespace tipoff
