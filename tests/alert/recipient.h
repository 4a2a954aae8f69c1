// A recipient in memory: hears news, is told, and remembers when. Stands for store and pipeline.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "alert/bundle.h"
#include "alert/decision.h"
#include "text/date.h"

namespace tipoff::test {

struct Told {
  Time at{};
  Bundle::Kind kind = Bundle::Kind::single;
  std::vector<std::int64_t> stories;  // in order of their ids
};

inline std::string_view name_of(Bundle::Kind kind) {
  switch (kind) {
    case Bundle::Kind::single:
      return "single";
    case Bundle::Kind::group:
      return "group";
    case Bundle::Kind::quiet:
      return "quiet";
    case Bundle::Kind::digest:
      return "digest";
    case Bundle::Kind::storm:
      return "storm";
    case Bundle::Kind::reminder:
      return "reminder";
  }
  return {};
}

/// "2026-03-29T05:00:00Z quiet 3"
inline std::string line_of(const Told& told) {
  return format_utc(told.at) + " " + std::string(name_of(told.kind)) + " " +
         std::to_string(told.stories.size());
}

class Recipient {
 public:
  Recipient(Channel channel, std::vector<Mute> mutes)
      : channel_(std::move(channel)), mutes_(std::move(mutes)) {}

  void hear(const TriggerNews& news) {
    wait_until(news.at);
    const auto decision = decide(channel_, news, Profile{}, history(), mutes_, news.at);
    if (decision.action == Decision::Action::drop) {
      dropped_.push_back(news.story.id);
      return;
    }
    DueNews due;
    due.notice.cause = "story:" + std::to_string(news.story.id);
    due.notice.release_at = decision.release;
    due.notice.expires_at = decision.expires;
    due.notice.together = decision.together;
    due.news = news;
    held_.push_back(std::move(due));
    release(news.at);
  }

  /// Tells what is released until then.
  void wait_until(Time end) {
    for (auto next = next_release(); next && *next <= end; next = next_release()) release(*next);
  }

  [[nodiscard]] const std::vector<Told>& told() const { return told_; }
  [[nodiscard]] const std::vector<std::int64_t>& dropped() const { return dropped_; }
  [[nodiscard]] const std::vector<std::int64_t>& expired() const { return expired_; }

 private:
  [[nodiscard]] std::optional<Time> next_release() const {
    if (held_.empty()) return std::nullopt;
    const Time first = std::ranges::min(held_, {}, [](const DueNews& due) {
                         return due.notice.release_at;
                       }).notice.release_at;
    return std::max(first, blocked_until_);
  }

  [[nodiscard]] RecipientHistory history() const {
    RecipientHistory history;
    for (const DueNews& due : held_)
      if (due.notice.together &&
          (!history.group_open || due.notice.release_at < *history.group_open))
        history.group_open = due.notice.release_at;
    history.group_sent = group_sent_;
    return history;
  }

  [[nodiscard]] std::vector<Time> sent_within_hour(Time now) const {
    std::vector<Time> sent;
    for (const Told& told : told_)
      if (told.at + std::chrono::hours{1} > now) sent.push_back(told.at);
    return sent;
  }

  void release(Time now) {
    const auto is_due = [&](const DueNews& due) { return due.notice.release_at <= now; };
    std::erase_if(held_, [&](const DueNews& due) {
      const bool stale = is_due(due) && due.notice.expires_at && *due.notice.expires_at < now;
      if (stale) expired_.push_back(due.news.story.id);
      return stale;
    });
    std::vector<DueNews> due;
    std::ranges::copy_if(held_, std::back_inserter(due), is_due);
    if (due.empty()) return;
    const auto sent = sent_within_hour(now);
    const auto made = bundles(channel_, due, sent.size());
    if (made.empty()) {
      blocked_until_ = storm_ends(sent);
      return;
    }
    std::erase_if(held_, is_due);
    for (const Bundle& bundle : made) tell(bundle, now);
  }

  void tell(const Bundle& bundle, Time now) {
    Told told{.at = now, .kind = bundle.kind, .stories = {}};
    for (const DueNews& due : bundle.told) {
      told.stories.push_back(due.news.story.id);
      if (due.notice.together) group_sent_ = now;
    }
    std::ranges::sort(told.stories);
    told_.push_back(std::move(told));
  }

  Channel channel_;
  std::vector<Mute> mutes_;
  std::vector<DueNews> held_;
  std::vector<Told> told_;
  std::vector<std::int64_t> dropped_;
  std::vector<std::int64_t> expired_;
  std::optional<Time> group_sent_;
  Time blocked_until_{};
};

}  // namespace tipoff::test
