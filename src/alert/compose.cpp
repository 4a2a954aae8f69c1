// Puts messages together from what is told, and the form that the channel wants.
#include "alert/compose.h"

#include <algorithm>

#include "alert/bundle_brief.h"
#include "alert/chat.h"
#include "alert/digest_brief.h"
#include "alert/mail_html.h"
#include "alert/mail_text.h"
#include "alert/message_id.h"
#include "alert/mime.h"
#include "alert/trigger_brief.h"
#include "alert/webhook_body.h"
#include "text/url.h"

namespace tipoff {
namespace {

OutboundMessage owed(const Channel& channel, const std::string& recipient, const std::string& cause,
                     Time now) {
  OutboundMessage message;
  message.channel = channel.name;
  message.recipient = recipient;
  message.cause = cause;
  message.topic = cause;
  message.message_id = "msg_" + stable_id({channel.name, recipient, cause});
  message.created_at = now;
  message.next_try = now;
  return message;
}

/// What a mail has beside its brief; empty: nothing.
struct Letterhead {
  std::string thread;
  std::string unsubscribe;  // a link
};

void make_mail(OutboundMessage& message, const Channel& channel, const Brief& brief,
               const Letterhead& head) {
  const std::string domain = message_domain(channel.from);
  message.message_id = "<" + message.message_id + "@" + domain + ">";
  MailDraft draft;
  draft.from = channel.from;
  draft.to = message.recipient;
  draft.subject = message.subject;
  draft.message_id = message.message_id;
  if (!head.thread.empty()) draft.thread = "<" + head.thread + "@" + domain + ">";
  draft.unsubscribe = head.unsubscribe;
  draft.date = message.created_at;
  draft.text = mail_text(brief);
  draft.html = mail_html(brief);
  message.body = rfc5322(draft);
}

void dress(OutboundMessage& message, const Channel& channel, const Brief& brief,
           const Letterhead& head) {
  message.subject = brief.subject;
  if (channel.kind == ChannelKind::email)
    make_mail(message, channel, brief, head);
  else
    message.body = chat_payload(channel.kind, brief);
}

/// All mail about one account is one thread; what tells of several stands alone.
std::string thread_of(const Bundle& bundle) {
  const TriggerNews& first = bundle.told.front().news;
  const bool one_account = std::ranges::all_of(bundle.told, [&](const DueNews& due) {
    return due.news.entry.id == first.entry.id && due.news.seller == first.seller;
  });
  return one_account ? "account_" + stable_id({first.seller, first.entry.id}) : std::string();
}

bool is_of_one(const Bundle& bundle) {
  return bundle.kind == Bundle::Kind::single || bundle.kind == Bundle::Kind::reminder;
}

/// The people who run the sender's mailbox take a channel's recipient out.
std::string unsubscribe_link(const Channel& channel) {
  return "mailto:" + mailbox(channel.from).address +
         "?subject=" + percent_encode("unsubscribe " + channel.name);
}

}  // namespace

OutboundMessage compose(const Channel& channel, const std::string& recipient,
                        const std::string& cause, const Bundle& bundle, Time now) {
  if (bundle.kind == Bundle::Kind::digest)
    return compose_digest(channel, recipient, cause, bundle, {}, now);
  OutboundMessage message = owed(channel, recipient, cause, now);
  const DueNews& first = bundle.told.front();
  if (is_of_one(bundle)) message.topic = first.notice.topic;
  if (!is_for_people(channel)) {
    message.subject = trigger_subject(first.news, channel.language);
    message.body = webhook_body(first.news, first.notice.reason);
    return message;
  }
  const Brief brief = is_of_one(bundle) ? trigger_brief(first, bundle.kind, channel.language)
                                        : bundle_brief(channel, bundle);
  dress(message, channel, brief, {.thread = thread_of(bundle), .unsubscribe = ""});
  return message;
}

OutboundMessage compose_digest(const Channel& channel, const std::string& recipient,
                               const std::string& cause, const Bundle& bundle,
                               const MorningList& morning, Time now) {
  OutboundMessage message = owed(channel, recipient, cause, now);
  dress(message, channel, digest_brief(channel, bundle, morning, now),
        {.thread = "", .unsubscribe = unsubscribe_link(channel)});
  return message;
}

OutboundMessage written(const Channel& channel, const std::string& recipient,
                        const std::string& cause, const Brief& brief, const std::string& thread,
                        Time now) {
  OutboundMessage message = owed(channel, recipient, cause, now);
  dress(message, channel, brief, {.thread = thread, .unsubscribe = ""});
  return message;
}

}  // namespace tipoff
