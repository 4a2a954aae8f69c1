// A test message: sent at once through the real channel, past the outbox.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "alert/channel.h"
#include "clock.h"
#include "net/mail.h"
#include "net/transport.h"

namespace tipoff {

struct TrialAnswer {
  std::string recipient;
  bool accepted = false;
  std::string answer;  // the receiver's words, or why there are none

  bool operator==(const TrialAnswer&) const = default;
};

/// One answer for each recipient, in their order. Whoever has not answered after `longest` has not.
[[nodiscard]] std::vector<TrialAnswer> try_channel(
    const Channel& channel, Transport& transport, MailTransport& mail, Time now,
    std::chrono::seconds longest = std::chrono::seconds{90});

}  // namespace tipoff
