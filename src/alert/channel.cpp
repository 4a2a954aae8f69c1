// Whom a channel reaches, and the schedules on which deliveries are tried again.
#include "alert/channel.h"

namespace tipoff {

using namespace std::chrono_literals;

std::vector<std::string> recipients_of(const Channel& channel) {
  if (channel.kind == ChannelKind::email) return channel.to;
  return {is_chat(channel) ? channel.name : channel.url};
}

std::vector<std::chrono::milliseconds> retry_waits(const Channel& channel) {
  if (!channel.retry.empty()) return channel.retry;
  if (channel.kind != ChannelKind::email) return {5s, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 24h};
  return {15min, 30min, 1h, 2h, 4h, 8h, 16h, 24h, 24h, 24h};
}

}  // namespace tipoff
