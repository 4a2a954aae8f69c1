// Channel: a way to reach someone, as [[alert]] describes it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "alert/alert_policy.h"
#include "net/mail.h"

namespace tipoff {

enum class ChannelKind { webhook, email, slack, teams, discord, feishu, dingtalk, wecom };

/// Of the messages, not of the news.
enum class MessageLanguage { english, chinese };

struct Channel {
  std::string name;
  ChannelKind kind = ChannelKind::webhook;
  std::string seller;  // empty: every seller
  bool feeds = true;   // also hears of feeds that fail, and of their recovery
  bool lists = false;  // webhook: also hears of each new version of the call list
  std::string url;     // webhook and chat; for chat a secret by itself
  std::vector<std::string>
      secrets;        // webhook: "whsec_...", the newest first; feishu, dingtalk: one
  MailServer server;  // email
  std::string from;
  std::vector<std::string> to;
  std::vector<std::chrono::milliseconds>
      retry;  // waits between attempts; empty: the channel kind's default

  std::size_t most_per_minute = 0;  // messages; 0: the channel kind's default
  AlertPolicy policy;
  MessageLanguage language = MessageLanguage::english;

  bool operator==(const Channel&) const = default;
};

/// Mail and chat: several changes may stand in one message. A webhook tells of one.
[[nodiscard]] constexpr bool is_for_people(const Channel& channel) {
  return channel.kind != ChannelKind::webhook;
}

[[nodiscard]] constexpr bool is_chat(const Channel& channel) {
  return is_for_people(channel) && channel.kind != ChannelKind::email;
}

/// Each has notices and messages of his own: the addresses of a mail, a webhook's URL; a chat,
/// whose URL is a secret, by the channel's name.
[[nodiscard]] std::vector<std::string> recipients_of(const Channel& channel);

/// Waits between attempts where none are written: Standard Webhooks' schedule, for mail SMTP's
/// slower one.
[[nodiscard]] std::vector<std::chrono::milliseconds> retry_waits(const Channel& channel);

}  // namespace tipoff
