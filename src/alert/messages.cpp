// Makes the messages that are owed because of a piece of news.
#include <algorithm>

#include "alert/mail_body.h"
#include "alert/mime.h"
#include "alert/news.h"
#include "alert/webhook_body.h"
#include "net/signature.h"

namespace tipoff {
namespace {

/// 32 hexadecimal digits, the same for the same parts. Not a secret: the key keeps these apart from
/// other hashes.
std::string stable_id(std::initializer_list<std::string_view> parts) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string joined;
  for (const std::string_view part : parts)
    joined += std::to_string(part.size()) + ':' + std::string(part);
  std::string id;
  for (const char c : hmac_sha256("tipoff message", joined).substr(0, 16)) {
    id += digits[static_cast<unsigned char>(c) >> 4U];
    id += digits[static_cast<unsigned char>(c) & 15U];
  }
  return id;
}

/// The sender's domain, for the right-hand side of a Message-ID.
std::string domain_of(const std::string& from) {
  const std::string address = mailbox(from).address;
  const std::size_t at = address.rfind('@');
  const std::string domain = at == std::string::npos ? "" : address.substr(at + 1);
  const bool usable = !domain.empty() && std::all_of(domain.begin(), domain.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-';
  });
  return usable ? domain : "tipoff.invalid";
}

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
  const std::string domain = domain_of(channel.from);
  message.message_id = "<" + message.message_id + "@" + domain + ">";
  MailDraft draft;
  draft.from = channel.from;
  draft.to = recipient;
  draft.subject = message.subject;
  draft.message_id = message.message_id;
  draft.thread = "<account_" + stable_id({news.seller, news.entry.id}) + "@" + domain + ">";
  draft.date = news.at;
  draft.text = alert_text(news, reason);
  draft.html = alert_html(news, reason);
  message.body = rfc5322(draft);
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
