// Picks the payload of a chat, and makes the request that carries it.
#include "alert/chat.h"

#include "alert/chat_kinds.h"
#include "net/signature.h"
#include "text/json.h"
#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::chrono::seconds patience{15};
constexpr std::size_t longest_answer = std::size_t{64} << 10U;

Json payload_of(ChannelKind kind, const Brief& brief) {
  switch (kind) {
    case ChannelKind::slack:
      return slack_payload(brief);
    case ChannelKind::teams:
      return teams_payload(brief);
    case ChannelKind::discord:
      return discord_payload(brief);
    case ChannelKind::feishu:
      return feishu_payload(brief);
    case ChannelKind::dingtalk:
      return dingtalk_payload(brief);
    case ChannelKind::wecom:
      return wecom_payload(brief);
    case ChannelKind::webhook:
    case ChannelKind::email:
      break;
  }
  return Json::object();
}

std::string feishu_body(const std::string& secret, const std::string& body, std::int64_t seconds) {
  auto payload = parse_json(body);
  if (!payload || !payload->is_object()) return body;
  Json signed_payload;
  signed_payload["timestamp"] = std::to_string(seconds);
  signed_payload["sign"] = feishu_signature(secret, seconds);
  signed_payload.update(*payload);
  return dump(signed_payload);
}

std::string dingtalk_url(const std::string& secret, const std::string& url,
                         std::int64_t milliseconds) {
  const char* separator = url.find('?') == std::string::npos ? "?" : "&";
  return url + separator + "timestamp=" + std::to_string(milliseconds) +
         "&sign=" + percent_encode(dingtalk_signature(secret, milliseconds));
}

}  // namespace

std::string chat_payload(ChannelKind kind, const Brief& brief) {
  return dump(payload_of(kind, brief));
}

Result<Request> chat_request(const Channel& channel, const OutboundMessage& message, Time now) {
  if (const auto fault = chat_host_fault(channel.kind, channel.url))
    return failure("[[alert]] " + channel.name + ": its url " + *fault);
  Request request;
  request.url = channel.url;
  request.headers = {"Content-Type: application/json; charset=utf-8",
                     "User-Agent: Tipoff/" TIPOFF_VERSION};
  request.post = true;
  request.body = message.body;
  request.connect_timeout = patience;
  request.timeout = patience;
  request.body_cap = longest_answer;
  request.addresses = AddressRule::private_too;
  request.most_redirects = 0;
  if (channel.secrets.empty()) return request;
  const auto seconds = static_cast<std::int64_t>(now.time_since_epoch().count());
  const std::string& secret = channel.secrets.front();
  if (channel.kind == ChannelKind::feishu)
    request.body = feishu_body(secret, message.body, seconds);
  if (channel.kind == ChannelKind::dingtalk)
    request.url = dingtalk_url(secret, channel.url, seconds * 1'000);
  return request;
}

}  // namespace tipoff
