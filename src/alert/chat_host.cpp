// Where the webhooks of each chat are, and how many messages they take.
#include <algorithm>
#include <vector>

#include "alert/chat.h"
#include "net/url_parts.h"

namespace tipoff {
namespace {

/// A host's name, or ".example.com" for all below it.
std::vector<std::string> hosts_of(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::slack:
      return {"hooks.slack.com", "hooks.slack-gov.com"};
    case ChannelKind::teams:  // Workflows, and the connectors that came before
      return {".logic.azure.com",  ".logic.azure.us",   ".logic.azure.cn",    ".powerplatform.com",
              ".powerplatform.us", ".powerplatform.cn", ".webhook.office.com"};
    case ChannelKind::discord:
      return {"discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com"};
    case ChannelKind::feishu:
      return {"open.feishu.cn", "open.larksuite.com"};
    case ChannelKind::dingtalk:
      return {"oapi.dingtalk.com"};
    case ChannelKind::wecom:
      return {"qyapi.weixin.qq.com"};
    case ChannelKind::webhook:
    case ChannelKind::email:
      break;
  }
  return {};
}

bool is_at(const std::string& host, const std::string& place) {
  return place.starts_with('.') ? host.ends_with(place) && host.size() > place.size()
                                : host == place;
}

/// By its name or number: 127.0.0.0/8, ::1, localhost.
bool is_loopback(const UrlParts& parts) {
  if (parts.host == "localhost" || parts.host == "[::1]") return true;
  return parts.has_literal_address() && parts.host.starts_with("127.");
}

std::string joined(const std::vector<std::string>& hosts) {
  std::string words;
  for (const std::string& host : hosts) {
    if (!words.empty()) words += " or ";
    words += (host.starts_with('.') ? "*" : "") + host;
  }
  return words;
}

}  // namespace

std::optional<std::string> chat_host_fault(ChannelKind kind, std::string_view url) {
  const auto parts = url_parts(std::string(url));
  if (!parts || !parts->is_http()) return "must be an address that begins with https://";
  if (is_loopback(*parts)) return std::nullopt;
  const auto hosts = hosts_of(kind);
  const bool is_there = std::ranges::any_of(
      hosts, [&](const std::string& place) { return is_at(parts->host, place); });
  if (!is_there && !hosts.empty()) return "must be at " + joined(hosts);
  if (parts->scheme != "https") return "must begin with https://, because it is a secret";
  if (parts->path.size() < 2)
    return "must be the whole address: what stands behind the host is the secret";
  return std::nullopt;
}

std::size_t chat_rate(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::slack:
      return 60;  // one a second
    case ChannelKind::teams:
    case ChannelKind::discord:
      return 30;
    case ChannelKind::feishu:
      return 100;
    case ChannelKind::dingtalk:
    case ChannelKind::wecom:
      return 20;
    case ChannelKind::webhook:
    case ChannelKind::email:
      break;
  }
  return 0;
}

}  // namespace tipoff
