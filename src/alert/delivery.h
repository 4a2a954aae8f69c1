// What an answer to a delivery means: delivered, to be tried again, or dead.
#pragma once

#include <chrono>
#include <string>

#include "alert/news.h"
#include "net/mail.h"
#include "net/transport.h"
#include "result.h"

namespace tipoff {

/// The request for one attempt: Standard Webhooks headers, the timestamp of this attempt.
[[nodiscard]] Result<Request> webhook_request(const Channel& channel,
                                              const OutboundMessage& message, Time now);

/// The request for one attempt at whatever goes by HTTP: a webhook's, or a chat's (chat.h).
[[nodiscard]] Result<Request> delivery_request(const Channel& channel,
                                               const OutboundMessage& message, Time now);

[[nodiscard]] Mail mail_for(const Channel& channel, const OutboundMessage& message);

struct DeliveryOutcome {
  OutboundMessage message;  // with state, attempts, next_try and last_answer brought up to date
  bool switch_channel_off = false;  // the endpoint wants no more, or is gone
  // From now to the next attempt, exact: next_try is rounded up to whole seconds.
  std::chrono::milliseconds wait{0};
  // The receiver asks (Retry-After on 429 or 503, or a chat's body) that nothing more comes to it
  // for so long.
  std::chrono::milliseconds hold{0};
};

/// A webhook's 2xx: delivered; its 410: dead, and the endpoint is switched off. A chat's answer
/// means what chat_verdict() says: one that it would never take is dead at once. Anything else: the
/// channel's next wait (`chance` in [0,1): jitter), with what the receiver asks for (Retry-After,
/// on 429 and 503 above all, or a chat's body) a floor under it; dead with its reason when the
/// waits are used up.
[[nodiscard]] DeliveryOutcome after_answer(OutboundMessage message, const Channel& channel,
                                           const Response& response, double chance, Time now);
[[nodiscard]] DeliveryOutcome after_answer(OutboundMessage message, const Channel& channel,
                                           const MailResult& result, double chance, Time now);

}  // namespace tipoff
