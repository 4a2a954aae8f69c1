// [[alert]]: the channels, each checked as far as it can be without sending anything.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "config/nearest.h"
#include "config/secret.h"
#include "config/settings_check.h"
#include "config/settings_sections.h"
#include "net/signature.h"
#include "text/url.h"

namespace tipoff {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 2> kinds{"webhook", "email"};
constexpr std::array<std::string_view, 6> later_kinds{"slack",  "teams",    "discord",
                                                      "feishu", "dingtalk", "wecom"};

/// The bytes of a secret's key; empty where it is no "whsec_" and base64.
std::string key_of(std::string_view secret) {
  constexpr std::string_view prefix = "whsec_";
  if (!secret.starts_with(prefix)) return {};
  return from_base64(secret.substr(prefix.size())).value_or("");
}

bool is_missing(TomlTable& table, std::string_view key, const char* why) {
  if (!table.has(key)) table.complain(key, std::string("is missing: ") + why);
  return !table.has(key);
}

void read_webhook_secrets(TomlTable& table, const std::filesystem::path& base, Channel& channel) {
  channel.secrets = read_secrets(table, "secret", base);
  std::string_view key = "secret";
  for (const std::string_view other : {"secret_file", "secret_env"}) {
    if (table.has(other)) key = other;
  }
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

void read_webhook(TomlTable& table, const std::filesystem::path& base, Channel& channel) {
  channel.kind = ChannelKind::webhook;
  channel.url = table.text("url").value_or("");
  if (!is_missing(table, "url", "the address that receives the messages") && !channel.url.empty()) {
    if (const auto fault = http_url_fault(channel.url)) table.complain("url", *fault);
  } else if (table.has("url") && channel.url.empty()) {
    table.complain("url", "must be a URL that begins with http:// or https://");
  }
  read_webhook_secrets(table, base, channel);
}

std::optional<std::string> server_fault(std::string_view url) {
  const bool known_scheme = url.starts_with("smtp://") || url.starts_with("smtps://");
  const std::string_view rest = known_scheme ? url.substr(url.find("://") + 3) : std::string_view{};
  if (host_of(url).empty() || rest.empty()) return "must be smtp://host:port or smtps://host:port";
  if (rest.find('@') != std::string_view::npos)
    return "write the user and the password as user = and password =, not into the address";
  if (rest.find_first_of("/?# ") != std::string_view::npos || !is_one_line(rest))
    return "must end after host and port";
  return std::nullopt;
}

MailSecurity read_security(TomlTable& table, bool implicit) {
  const auto tls = table.text("tls");
  if (!tls) return implicit ? MailSecurity::implicit_tls : MailSecurity::starttls;
  if (*tls == "none" && !implicit) {
    table.warn("tls", "mail goes to this server as plain text, which everyone on the way can read");
    return MailSecurity::none;
  }
  if (*tls == "starttls" && !implicit) return MailSecurity::starttls;
  if (implicit && *tls != "implicit") {
    table.complain("tls",
                   "smtps:// is TLS from the first byte on; leave this out, or write smtp://");
  } else if (!implicit) {
    table.complain("tls",
                   "must be \"starttls\" or \"none\"; for TLS from the first byte on write "
                   "smtps:// as the server");
  }
  return implicit ? MailSecurity::implicit_tls : MailSecurity::starttls;
}

void read_server(TomlTable& table, const std::filesystem::path& base, MailServer& server) {
  server.url = table.text("server").value_or("");
  if (!is_missing(table, "server", "the mail server, as in smtp://mail.example.com:587")) {
    if (const auto fault = server_fault(server.url)) table.complain("server", *fault);
  }
  server.security = read_security(table, server.url.starts_with("smtps://"));
  server.user = table.text("user").value_or("");
  server.password = read_secret(table, "password", base);
  const std::string ca_file = table.text("ca_file").value_or("");
  if (!ca_file.empty()) server.ca_file = (base / ca_file).string();
  const bool with_password =
      table.has("password") || table.has("password_file") || table.has("password_env");
  if (table.has("user") && !with_password)
    table.complain("user", "needs a password, password_file or password_env");
  if (!table.has("user") && with_password)
    table.complain("user", "is missing, though there is a password");
  if (table.has("user") && server.security == MailSecurity::none) {
    table.complain(
        "user",
        "a password is never sent as plain text; drop tls = \"none\", or user and password");
  }
}

void read_email(TomlTable& table, const std::filesystem::path& base, Channel& channel) {
  channel.kind = ChannelKind::email;
  read_server(table, base, channel.server);
  constexpr const char* form = " is no mail address; write it alone, as in anna@example.com";
  channel.from = table.text("from").value_or("");
  if (!is_missing(table, "from", "the sender's mail address") && !is_mail_address(channel.from)) {
    table.complain("from", "'" + channel.from + "'" + form);
  }
  channel.to = table.texts("to").value_or(std::vector<std::string>{});
  std::set<std::string> seen;
  for (const std::string& address : channel.to) {
    if (!is_mail_address(address)) table.complain("to", "'" + address + "'" + form);
    if (!seen.insert(address).second) table.complain("to", "'" + address + "' is named twice");
  }
  if (!is_missing(table, "to", "the mail addresses that receive the messages") &&
      channel.to.empty()) {
    table.complain("to", "names nobody");
  }
}

/// False where this version has no such channel: then its other keys are not looked at.
bool read_kind(TomlTable& table, const std::filesystem::path& base, Channel& channel) {
  const std::string kind = table.text("type").value_or("");
  if (is_missing(table, "type", "webhook or email")) return false;
  if (kind == "webhook") return read_webhook(table, base, channel), true;
  if (kind == "email") return read_email(table, base, channel), true;
  if (std::ranges::find(later_kinds, kind) != later_kinds.end()) {
    table.complain(
        "type", "type '" + kind + "' is not supported by this version; it has webhook and email");
  } else {
    table.complain("type", "there is no type '" + kind + "'" + suggestion(kind, kinds));
  }
  return false;
}

void read_seller(TomlTable& table, const std::vector<Profile>& profiles, Channel& channel) {
  channel.seller = table.text("seller").value_or("");
  if (channel.seller.empty()) return;
  std::vector<std::string_view> names;
  names.reserve(profiles.size());
  for (const Profile& profile : profiles) names.push_back(profile.seller);
  if (std::ranges::find(names, channel.seller) != names.end()) return;
  table.complain("seller",
                 "there is no seller '" + channel.seller + "'" + suggestion(channel.seller, names));
}

void read_name(TomlTable& table, std::map<std::string, int>& lines, Channel& channel) {
  channel.name = table.text("name").value_or("");
  if (is_missing(table, "name", "a word by which commands and messages call this alert")) return;
  if (channel.name.empty() || !is_one_line(channel.name))
    return table.complain("name", "must be one line, and not empty");
  const auto [first, is_new] = lines.try_emplace(channel.name, table.line_of("name"));
  if (!is_new)
    table.complain("name",
                   "the alert on line " + std::to_string(first->second) + " has this name too");
}

}  // namespace

std::vector<Channel> read_channels(TomlTable& root, const std::filesystem::path& base,
                                   const std::vector<Profile>& profiles) {
  std::vector<Channel> channels;
  std::map<std::string, int> lines;
  for (TomlTable& table : root.tables("alert")) {
    Channel channel;
    read_name(table, lines, channel);
    read_seller(table, profiles, channel);
    channel.feeds = table.flag("feeds").value_or(channel.seller.empty());
    channel.retry =
        table.durations("retry", 1ms).value_or(std::vector<std::chrono::milliseconds>{});
    if (!read_kind(table, base, channel)) continue;
    table.refuse_others();
    channels.push_back(std::move(channel));
  }
  return channels;
}

}  // namespace tipoff
