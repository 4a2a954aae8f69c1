// FeedAlarm: one message when a feed has been failing for long, and one when it is back.
#pragma once

#include "alert/feed_news.h"
#include "pipeline/assembly.h"
#include "store/feed_trouble_table.h"
#include "store/outbox_table.h"

namespace tipoff {

class FeedAlarm {
 public:
  FeedAlarm(const Assembly& assembly, Database& database);

  /// After each answer, within its transaction. News searches are one source for each host that
  /// answers them. While no feed at all answers, one message tells it, not one for each. A failure
  /// that nobody was told of has no recovery; one whose message has not been tried yet is taken
  /// back instead.
  void note(const Feed& feed, const FeedState& before, const FeedState& after, Time now);

 private:
  void failed(const Feed& feed, const FeedState& state, Time now);
  void answered(const Feed& feed, Time now);
  void owe(const FeedNews& news);

  const Assembly& assembly_;
  FeedTroubleTable troubles_;
  OutboxTable outbox_;
  Time latest_success_{};  // of any feed
};

/// What is in trouble when this feed fails.
[[nodiscard]] std::string trouble_source(const Feed& feed);

}  // namespace tipoff
