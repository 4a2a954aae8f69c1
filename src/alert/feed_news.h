// FeedNews: a feed that has been failing for long, or is back; and the messages that tell of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "alert/brief.h"
#include "alert/news.h"
#include "alert/voice.h"

namespace tipoff {

struct FeedNews {
  std::string source;  // what is failing: the feed's URL, or "search:<host>"
  std::string url;     // of the feed, or of the host that answers the news searches
  std::string title;
  bool recovered = false;
  bool gone = false;             // 410: it is not asked any more
  bool nothing_answers = false;  // no feed at all has answered since: perhaps our own network
  Time failing_since{};
  int failures_in_a_row = 0;
  std::string reason;  // of the last failure
  std::optional<Time> last_success;
  std::optional<Time> next_try;
  Time at{};
};

/// One message for each recipient of the channel; none where the channel is not to hear of feeds.
/// Their cause is the feed, since when it fails, and which of the two it is; their topic the feed.
[[nodiscard]] std::vector<OutboundMessage> messages_for(const Channel& channel,
                                                        const FeedNews& news);

/// {"type":"feed.failing|feed.recovered","timestamp":"..","data":{..}}, as docs/feeds.md has it.
[[nodiscard]] std::string webhook_body(const FeedNews& news);

/// One line: "Feed fails since 2 Mar 2026: Nordwire".
[[nodiscard]] std::string feed_subject(const FeedNews& news, MessageLanguage language);

/// What people read of it: since when, why, and what to do.
[[nodiscard]] Brief feed_brief(const FeedNews& news, const Voice& voice);

}  // namespace tipoff
