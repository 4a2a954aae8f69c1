#include "pipeline/deliveries.h"

#include <algorithm>

#include "net/signature.h"
#include "pipeline/log.h"
#include "text/format.h"

namespace tipoff {
namespace {

constexpr std::size_t most_per_channel = 8;  // on their way at once

}  // namespace

Deliveries::Deliveries(Transport& transport, MailTransport& mail, Database& database)
    : transport_(transport), mail_(mail), database_(database), outbox_(database) {}

std::optional<Time> Deliveries::next_due(Time after) const {
  return outbox_.next_due(after);
}

void Deliveries::start_due(const std::vector<Channel>& channels, Time now) {
  std::map<std::string, std::size_t> busy;
  for (const auto& [id, channel] : on_the_way_) ++busy[channel];
  for (const Channel& channel : channels) {
    std::size_t& mine = busy[channel.name];
    if (mine >= most_per_channel) continue;
    for (OutboundMessage& message : outbox_.due(channel.name, now, most_per_channel)) {
      if (mine >= most_per_channel) break;
      if (on_the_way_.contains(message.id)) continue;
      ++mine;
      start(channel, std::move(message), now);
    }
  }
}

void Deliveries::start(const Channel& channel, OutboundMessage message, Time now) {
  on_the_way_.emplace(message.id, channel.name);
  if (channel.kind == ChannelKind::email) {
    auto mail = mail_for(channel, message);
    mail_.start(std::move(mail), [this, channel, message = std::move(message)](MailResult result) {
      answered_.push_back({.channel = channel, .message = message, .answer = std::move(result)});
    });
    return;
  }
  auto request = webhook_request(channel, message, now);
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

int Deliveries::record(Time now) {
  if (answered_.empty()) return 0;
  std::vector<DeliveryOutcome> outcomes;
  auto transaction = database_.begin();
  for (const Answered& answered : answered_) {
    outcomes.push_back(std::visit(
        [&](const auto& answer) {
          return after_answer(answered.message, answered.channel, answer, chance(), now);
        },
        answered.answer));
    const DeliveryOutcome& outcome = outcomes.back();
    outbox_.record(outcome.message);
    if (outcome.switch_channel_off)
      outbox_.switch_off(outcome.message.channel, outcome.message.recipient, now);
  }
  transaction.commit();
  answered_.clear();
  for (const DeliveryOutcome& outcome : outcomes) {
    on_the_way_.erase(outcome.message.id);
    tell(outcome);
  }
  return static_cast<int>(outcomes.size());
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
