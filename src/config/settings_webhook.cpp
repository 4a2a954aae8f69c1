// The keys of a webhook.
#include "config/secret.h"
#include "config/settings_alert.h"
#include "config/settings_check.h"
#include "net/address_kind.h"
#include "net/signature.h"
#include "net/url_parts.h"

namespace tipoff {

namespace {

/// The bytes of a secret's key; empty where it is no "whsec_" and base64.
std::string key_of(std::string_view secret) {
  constexpr std::string_view prefix = "whsec_";
  if (!secret.starts_with(prefix)) return {};
  return from_base64(secret.substr(prefix.size())).value_or("");
}

bool is_never_asked(const std::string& url) {
  const auto parts = url_parts(url);
  return parts && address_kind(parts->host) == AddressKind::never;
}

void read_webhook_secrets(TomlTable& table, const AlertContext& context, Channel& channel) {
  channel.secrets = read_secrets(table, "secret", context.base, context.secrets);
  const std::string key = written_key(table, "secret");
  if (!table.has(key)) {
    table.complain("secret",
                   "is missing: messages are signed with it; write \"whsec_\" and what `openssl "
                   "rand -base64 32` "
                   "prints, here or in secret_file or secret_env");
  }
  for (const std::string& secret : channel.secrets) {
    const std::size_t bytes = key_of(secret).size();
    if (bytes == 0)
      table.complain(key, "must be \"whsec_\" and the base64 of the key, best of 24 to 64 bytes");
    else if (bytes < 24)
      table.warn(key,
                 "is short; Standard Webhooks asks for 24 to 64 bytes: `openssl rand -base64 32` "
                 "makes a good one");
  }
}

}  // namespace

void read_webhook(TomlTable& table, const AlertContext& context, Channel& channel) {
  channel.url = table.text("url").value_or("");
  if (!is_missing(table, "url", "the address that receives the messages") && !channel.url.empty()) {
    if (const auto fault = http_url_fault(channel.url))
      table.complain("url", *fault);
    else if (is_never_asked(channel.url))
      table.complain("url", "is a link-local or metadata address, which is never asked");
  } else if (table.has("url") && channel.url.empty()) {
    table.complain("url", "must be a URL that begins with http:// or https://");
  }
  read_webhook_secrets(table, context, channel);
}

}  // namespace tipoff
