// Channel: a way to reach someone, as [[alert]] describes it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "net/mail.h"

namespace tipoff {

enum class ChannelKind { webhook, email };

struct Channel {
  std::string name;
  ChannelKind kind = ChannelKind::webhook;
  std::string seller;                // empty: every seller
  bool feeds = true;                 // also hears of feeds that fail, and of their recovery
  std::string url;                   // webhook
  std::vector<std::string> secrets;  // webhook: "whsec_...", the newest first
  MailServer server;                 // email
  std::string from;
  std::vector<std::string> to;
  std::vector<std::chrono::milliseconds>
      retry;  // waits between attempts; empty: the channel kind's default

  bool operator==(const Channel&) const = default;
};

/// Waits between attempts where none are written: Standard Webhooks' schedule, or SMTP's slower
/// one.
[[nodiscard]] std::vector<std::chrono::milliseconds> retry_waits(const Channel& channel);

}  // namespace tipoff
