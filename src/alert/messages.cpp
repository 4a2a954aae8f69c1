// Makes the messages that are owed because of a piece of news.
#include "alert/mail_body.h"
#include "alert/message_id.h"
#include "alert/news.h"
#include "alert/webhook_body.h"

namespace tipoff {
namespace {

OutboundMessage owed(const Channel& channel, const TriggerNews& news,
                     const std::string& recipient) {
  const std::string story = "story:" + std::to_string(news.story.id) + ":";
  OutboundMessage message;
  message.channel = channel.name;
  message.recipient = recipient;
  message.cause = story + std::string(name_of(news.story.certainty)) + ":" + news.seller;
  message.topic = story + news.seller;
  message.message_id = "msg_" + stable_id({channel.name, recipient, message.cause});
  message.subject = alert_subject(news);
  message.created_at = news.at;
  message.next_try = news.at;
  return message;
}

OutboundMessage webhook(const Channel& channel, const TriggerNews& news,
                        const std::string& reason) {
  OutboundMessage message = owed(channel, news, channel.url);
  message.body = webhook_body(news, reason);
  return message;
}

OutboundMessage mail(const Channel& channel, const TriggerNews& news, const std::string& reason,
                     const std::string& recipient) {
  OutboundMessage message = owed(channel, news, recipient);
  make_mail(message, channel, "account_" + stable_id({news.seller, news.entry.id}),
            alert_text(news, reason), alert_html(news, reason));
  return message;
}

}  // namespace

std::vector<OutboundMessage> messages_for(const Channel& channel, const TriggerNews& news,
                                          const std::string& reason) {
  if (!channel.seller.empty() && channel.seller != news.seller) return {};
  if (channel.kind == ChannelKind::webhook) return {webhook(channel, news, reason)};
  std::vector<OutboundMessage> messages;
  messages.reserve(channel.to.size());
  for (const std::string& recipient : channel.to)
    messages.push_back(mail(channel, news, reason, recipient));
  return messages;
}

}  // namespace tipoff
