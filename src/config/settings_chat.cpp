// The keys of a chat alert.
#include "alert/chat.h"

#include "config/secret.h"
#include "config/settings_alert.h"
#include "config/settings_check.h"

namespace tipoff {

namespace {

bool signs(ChannelKind kind) {
  return kind == ChannelKind::feishu || kind == ChannelKind::dingtalk;
}

/// Whoever has the address can write to the chat: no complaint holds it.
void read_url(TomlTable& table, const AlertContext& context, Channel& channel) {
  channel.url = read_secret(table, "url", context.base, context.secrets);
  const std::string key = written_key(table, "url");
  if (!table.has(key)) {
    table.complain(
        "url",
        "is missing: the address of the chat's incoming webhook; it is a secret, and may "
        "stand in url_file or url_env");
  }
  if (channel.url.empty()) return;
  if (const auto fault = http_url_fault(channel.url))
    table.complain(key, *fault);
  else if (const auto other = chat_host_fault(channel.kind, channel.url))
    table.complain(key, *other);
}

}  // namespace

void read_chat(TomlTable& table, const AlertContext& context, Channel& channel) {
  read_url(table, context, channel);
  const std::string secret = read_secret(table, "secret", context.base, context.secrets);
  if (!secret.empty()) channel.secrets = {secret};
  const std::string key = written_key(table, "secret");
  if (table.has(key) && !signs(channel.kind))
    table.complain(key, "only feishu and dingtalk sign their messages; here the url is the secret");
}

}  // namespace tipoff
