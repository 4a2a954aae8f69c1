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
[[nodiscard]] Mail mail_for(const Channel& channel, const OutboundMessage& message);

struct DeliveryOutcome {
  OutboundMessage message;  // with state, attempts, next_try and last_answer brought up to date
  bool switch_channel_off = false;  // 410: the endpoint wants no more
  // From now to the next attempt, exact: next_try is rounded up to whole seconds.
  std::chrono::milliseconds wait{0};
  // The receiver asks (429 or 503 with Retry-After) that nothing more comes to it for so long.
  std::chrono::milliseconds hold{0};
};

/// 2xx: delivered. 410: dead, and the endpoint is switched off. Anything else: the channel's next
/// wait (`chance` in [0,1): jitter), Retry-After a floor under it; dead with its reason when the
/// waits are used up.
[[nodiscard]] DeliveryOutcome after_answer(OutboundMessage message, const Channel& channel,
                                           const Response& response, double chance, Time now);
[[nodiscard]] DeliveryOutcome after_answer(OutboundMessage message, const Channel& channel,
                                           const MailResult& result, double chance, Time now);

}  // namespace tipoff
