// TriggerNews: a change of a story that a seller should hear of; OutboundMessage: what is owed to
// one recipient because of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "alert/channel.h"
#include "cluster/story.h"
#include "rank/call_list.h"

namespace tipoff {

struct TriggerNews {
  Story story;                        // as it is now
  std::optional<Certainty> previous;  // none: a new story
  CallListEntry entry;                // the account's place on the list; rank 0: below `top`
  std::string seller = "default";
  Time at{};
};

/// A row of the outbox: made in the same transaction as the list version that it tells of, sent at
/// least once.
struct OutboundMessage {
  std::int64_t id = 0;    // row
  std::string channel;    // the channel's name
  std::string recipient;  // address, or the webhook's URL
  // "story:<id>:<certainty>:<seller>"; unique together with channel and recipient
  std::string cause;
  // "story:<id>:<seller>": a later message of the same topic replaces one that was never tried
  std::string topic;
  std::string message_id;  // webhook-id or Message-ID: the same on every retry
  std::string subject;     // for people who list the outbox
  std::string body;        // JSON body, or the whole RFC 5322 message
  int attempts = 0;
  Time created_at{};
  Time next_try{};
  std::string state = "owed";  // owed, delivered, dead
  std::string last_answer;

  bool operator==(const OutboundMessage&) const = default;
};

/// Whether this change deserves a message, and why, in words that stand in the message ("new",
/// "state changed: rumoured -> announced"). Empty: it does not (not alertable, disqualified, a type
/// that does not count, denied before anyone was told).
[[nodiscard]] std::optional<std::string> reason_to_alert(const TriggerNews& news,
                                                         const StoryChange& change,
                                                         const Profile& profile);

}  // namespace tipoff
