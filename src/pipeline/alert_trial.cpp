// Makes the test message of each kind, sends it, and waits for the answers.
#include "pipeline/alert_trial.h"

#include <memory>

#include "alert/compose.h"
#include "alert/delivery.h"
#include "alert/message_id.h"
#include "alert/words.h"
#include "text/date.h"
#include "text/json.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

/// Shared with the transports, which may outlive the wait.
struct Answers {
  std::vector<TrialAnswer> all;
  std::size_t missing = 0;
};

OutboundMessage webhook_test(const Channel& channel, const std::string& recipient,
                             const std::string& cause, Time now) {
  Json body;
  body["type"] = "webhook.test";
  body["timestamp"] = format_utc(now);
  body["data"]["alert"] = channel.name;
  OutboundMessage message;
  message.channel = channel.name;
  message.recipient = recipient;
  message.cause = cause;
  message.message_id = "msg_" + stable_id({channel.name, recipient, cause});
  message.body = dump(body);
  message.created_at = now;
  return message;
}

OutboundMessage test_message(const Channel& channel, const std::string& recipient, Time now) {
  const std::string cause = "test:" + format_utc(now);
  if (channel.kind == ChannelKind::webhook) return webhook_test(channel, recipient, cause, now);
  Brief brief;
  brief.language = channel.language;
  brief.subject = say(channel.language, "Test of the alert {}", channel.name);
  brief.opening =
      say(channel.language, "somebody asked for it: what this alert is told arrives here");
  return written(channel, recipient, cause, brief, "", now);
}

/// Judged as a delivery's answer is.
template <class Answer>
void take(Answers& answers, std::size_t at, const Channel& channel, const OutboundMessage& message,
          const Answer& answer, Time now) {
  const auto outcome = after_answer(message, channel, answer, 0, now);
  answers.all[at].accepted = outcome.message.state == "delivered";
  answers.all[at].answer = outcome.message.last_answer;
  --answers.missing;
}

void send(const Channel& channel, const OutboundMessage& message, std::size_t at,
          const std::shared_ptr<Answers>& answers, Transport& transport, MailTransport& mail,
          Time now) {
  if (channel.kind == ChannelKind::email) {
    mail.start(mail_for(channel, message), [=](const MailResult& result) {
      take(*answers, at, channel, message, result, now);
    });
    return;
  }
  auto request = delivery_request(channel, message, now);
  if (!request) {
    answers->all[at].answer = request.error().message;
    --answers->missing;
    return;
  }
  transport.start(*std::move(request), [=](const Response& response) {
    take(*answers, at, channel, message, response, now);
  });
}

}  // namespace

std::vector<TrialAnswer> try_channel(const Channel& channel, Transport& transport,
                                     MailTransport& mail, Time now, std::chrono::seconds longest) {
  const auto answers = std::make_shared<Answers>();
  const auto recipients = recipients_of(channel);
  answers->missing = recipients.size();
  for (const std::string& recipient : recipients)
    answers->all.push_back({recipient, false, "no answer yet"});
  for (std::size_t at = 0; at < recipients.size(); ++at)
    send(channel, test_message(channel, recipients[at], now), at, answers, transport, mail, now);
  const auto end = Steady::now() + longest;
  while (answers->missing > 0 && Steady::now() < end) {
    transport.turn(100ms, {mail.descriptor()});
    mail.collect();
  }
  return answers->all;
}

}  // namespace tipoff
