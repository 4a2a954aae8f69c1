// Chat: Slack, Teams (Workflows), Discord, Feishu, DingTalk and WeCom, by their incoming webhooks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "alert/brief.h"
#include "alert/news.h"
#include "net/transport.h"
#include "result.h"

namespace tipoff {

/// The JSON body that the kind expects, within the length that it takes, in its own unit (WeCom
/// 4,096 bytes of Markdown, Discord 2,000 characters, Teams 28 KB ..): items that do not fit are
/// counted ("+12 more"). Nothing in the brief can become markup or mention people.
[[nodiscard]] std::string chat_payload(ChannelKind kind, const Brief& brief);

/// The request for one attempt: Feishu's and DingTalk's signature carry the time of the attempt.
[[nodiscard]] Result<Request> chat_request(const Channel& channel, const OutboundMessage& message,
                                           Time now);

/// What a chat's answer means; status and body count both.
struct ChatVerdict {
  bool accepted = false;
  bool gone = false;      // the webhook was removed: no more messages to it
  bool try_later = true;  // false: never accepted however often
  double hold = 0;        // seconds that it asks to wait; 0: none
  std::string answer;     // one line
};
[[nodiscard]] ChatVerdict chat_verdict(ChannelKind kind, const Response& response);

/// Why this address cannot belong to that kind ("must be at hooks.slack.com"); empty where it can.
/// A loopback address passes, for tests and relays.
[[nodiscard]] std::optional<std::string> chat_host_fault(ChannelKind kind, std::string_view url);

/// Messages a minute that the kind takes.
[[nodiscard]] std::size_t chat_rate(ChannelKind kind);

}  // namespace tipoff
