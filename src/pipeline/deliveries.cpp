#include "pipeline/deliveries.h"

#include <algorithm>

#include "alert/chat.h"
#include "net/signature.h"
#include "pipeline/log.h"
#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::size_t most_per_channel = 8;  // on their way at once

std::size_t rate_of(const Channel& channel) {
  if (channel.most_per_minute > 0 || !is_chat(channel)) return channel.most_per_minute;
  return chat_rate(channel.kind);
}

DeliveryOutcome not_sent(OutboundMessage message) {
  DeliveryOutcome outcome;
  outcome.message = std::move(message);
  outcome.message.state = "delivered";
  outcome.message.last_answer = "not sent: a dry run";
  return outcome;
}

/// In whole seconds one more, because `now` is one that has begun.
EndpointHold hold_of(const Channel& channel, std::chrono::milliseconds hold, Time now) {
  return {.channel = channel.name,
          .host = host_of(channel.url),
          .since = now,
          .until = now + std::chrono::ceil<std::chrono::seconds>(hold) + std::chrono::seconds{1}};
}

}  // namespace

Deliveries::Deliveries(Transport& transport, MailTransport& mail, Database& database,
                       InsteadOfSending instead)
    : transport_(transport),
      mail_(mail),
      database_(database),
      instead_(std::move(instead)),
      outbox_(database),
      queue_(most_per_channel) {}

/// Learns what is owed: at first, and after others wrote, all of it, else what is new.
void Deliveries::look(const std::vector<Channel>& channels, const Moment& moment) {
  const auto last = outbox_.last_id();
  if (knows_all_) {
    if (last > last_known_)
      for (const OwedMessage& message : outbox_.owed_after(last_known_))
        queue_.add(message, moment);
  } else {
    queue_.replace(outbox_.owed(), moment);
    for (const EndpointHold& hold : outbox_.holds(moment.now))
      for (const Channel& channel : channels)
        if (channel.name == hold.channel && host_of(channel.url) == hold.host)
          queue_.hold(hold.channel,
                      moment.steady + left_of_wait(hold.since, hold.until, moment.now));
  }
  knows_all_ = true;
  last_known_ = last;
}

void Deliveries::start_due(const std::vector<Channel>& channels, const Moment& moment) {
  if (!answered_.empty()) return;
  look(channels, moment);
  for (const Channel& channel : channels) {
    queue_.serve(channel.name, rate_of(channel));
    while (const auto id = queue_.next(channel.name, moment.steady)) {
      auto message = outbox_.find(*id);
      if (!message || message->state != "owed") {  // replaced, withheld or dropped meanwhile
        queue_.forget(*id);
        continue;
      }
      queue_.started(*id, moment.steady);
      start(channel, *std::move(message), moment.now);
    }
  }
}

void Deliveries::start(const Channel& channel, OutboundMessage message, Time now) {
  if (instead_) {
    answered_.push_back({.channel = channel, .message = std::move(message), .answer = NotSent{}});
    return;
  }
  if (channel.kind == ChannelKind::email) {
    auto mail = mail_for(channel, message);
    mail_.start(std::move(mail), [this, channel, message = std::move(message)](MailResult result) {
      answered_.push_back({.channel = channel, .message = message, .answer = std::move(result)});
    });
    return;
  }
  auto request = delivery_request(channel, message, now);
  if (!request) {
    Response unsent;
    unsent.failure = request.error().message;
    answered_.push_back(
        {.channel = channel, .message = std::move(message), .answer = std::move(unsent)});
    return;
  }
  transport_.start(*std::move(request), [this, channel,
                                         message = std::move(message)](Response response) {
    answered_.push_back({.channel = channel, .message = message, .answer = std::move(response)});
  });
}

int Deliveries::record(const Moment& moment) {
  if (answered_.empty()) return 0;
  std::vector<DeliveryOutcome> outcomes;
  auto transaction = database_.begin();
  for (const Answered& answered : answered_) {
    outcomes.push_back(std::visit(
        [&](const auto& answer) {
          if constexpr (std::is_same_v<std::decay_t<decltype(answer)>, NotSent>)
            return not_sent(answered.message);
          else
            return after_answer(answered.message, answered.channel, answer, chance(), moment.now);
        },
        answered.answer));
    const DeliveryOutcome& outcome = outcomes.back();
    outbox_.record(outcome.message, moment.now);
    if (outcome.switch_channel_off)
      outbox_.switch_off(outcome.message.channel, outcome.message.recipient, moment.now);
    if (outcome.hold.count() > 0) outbox_.hold(hold_of(answered.channel, outcome.hold, moment.now));
  }
  transaction.commit();
  const auto recorded = std::exchange(answered_, {});
  for (std::size_t i = 0; i < recorded.size(); ++i) settle(recorded[i], outcomes[i], moment);
  return static_cast<int>(outcomes.size());
}

void Deliveries::settle(const Answered& answered, const DeliveryOutcome& outcome,
                        const Moment& moment) {
  if (outcome.message.state == "owed")
    queue_.wait(outcome.message.id, moment.steady + outcome.wait, outcome.message.next_try);
  else
    queue_.forget(outcome.message.id);
  if (outcome.hold.count() > 0) queue_.hold(answered.channel.name, moment.steady + outcome.hold);
  if (instead_)
    instead_(outcome.message);
  else
    tell(outcome);
}

void Deliveries::tell(const DeliveryOutcome& outcome) const {
  const OutboundMessage& message = outcome.message;
  if (message.state == "delivered") {
    log(Severity::info, "alert.delivered",
        {{"channel", message.channel}, {"to", message.recipient}, {"id", message.message_id}});
    return;
  }
  log(Severity::warning, message.state == "dead" ? "alert.dead" : "alert.owed",
      {{"channel", message.channel},
       {"to", message.recipient},
       {"id", message.message_id},
       {"attempt", std::to_string(message.attempts)},
       {"answer", message.last_answer}});
}

}  // namespace tipoff
