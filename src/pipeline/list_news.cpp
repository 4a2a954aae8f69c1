#include "pipeline/list_news.h"

#include "alert/message_id.h"
#include "alert/webhook_body.h"
#include "text/format.h"

namespace tipoff {

std::vector<OutboundMessage> list_messages(const std::vector<Channel>& channels,
                                           const CallList& list, const CallList* before, Time now) {
  std::vector<OutboundMessage> messages;
  std::string body;
  for (const Channel& channel : channels) {
    if (!channel.lists || channel.kind != ChannelKind::webhook) continue;
    if (!channel.seller.empty() && channel.seller != list.seller) continue;
    if (body.empty()) body = call_list_body(list, before);
    OutboundMessage& message = messages.emplace_back();
    message.channel = channel.name;
    message.recipient = channel.url;
    message.cause = fmt::format("list:{}:{}", list.seller, list.version);
    message.message_id = "msg_" + stable_id({channel.name, channel.url, message.cause});
    message.subject = fmt::format("Call list of {}, version {}", list.seller, list.version);
    message.body = body;
    message.created_at = now;
    message.next_try = now;
  }
  return messages;
}

}  // namespace tipoff
