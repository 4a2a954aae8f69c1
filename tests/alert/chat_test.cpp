#include "alert/chat.h"

#include <algorithm>

#include "alert/sample_brief.h"
#include "catch.h"
#include "text/json.h"

namespace tipoff {
namespace {

constexpr Time september_2020{std::chrono::seconds{1'599'360'473}};

Channel chat(ChannelKind kind, std::string url, std::vector<std::string> secrets = {}) {
  Channel channel;
  channel.name = "team";
  channel.kind = kind;
  channel.url = std::move(url);
  channel.secrets = std::move(secrets);
  return channel;
}

Request request_of(const Channel& channel, Time now = september_2020) {
  OutboundMessage message;
  message.body = chat_payload(channel.kind, test::sample_brief());
  const auto request = chat_request(channel, message, now);
  REQUIRE(request);
  return *request;
}

}  // namespace

TEST_CASE("Each chat has a payload of its own, and what is no chat has none", "[chat]") {
  const Brief brief = test::sample_brief();
  const auto has = [&](ChannelKind kind, const char* field) {
    const auto payload = parse_json(chat_payload(kind, brief));
    REQUIRE(payload);
    CHECK(payload->contains(field));
  };
  has(ChannelKind::slack, "blocks");
  has(ChannelKind::teams, "attachments");
  has(ChannelKind::discord, "allowed_mentions");
  has(ChannelKind::feishu, "msg_type");
  has(ChannelKind::dingtalk, "at");
  has(ChannelKind::wecom, "markdown");
  CHECK(chat_payload(ChannelKind::email, brief) == "{}");
  CHECK(chat_payload(ChannelKind::webhook, brief) == "{}");
}

TEST_CASE("A chat's request is JSON, follows no redirect and keeps its patience short", "[chat]") {
  const Request request =
      request_of(chat(ChannelKind::slack, "https://hooks.slack.com/services/T0/B0/x"));
  CHECK(request.url == "https://hooks.slack.com/services/T0/B0/x");
  CHECK(request.post);
  CHECK(request.most_redirects == 0);
  CHECK(request.timeout == std::chrono::seconds{15});
  CHECK(request.body == chat_payload(ChannelKind::slack, test::sample_brief()));
  CHECK(std::ranges::count(request.headers, "Content-Type: application/json; charset=utf-8") == 1);
}

TEST_CASE("Feishu is told the time and the signature of the attempt", "[chat]") {
  const Channel channel =
      chat(ChannelKind::feishu, "https://open.feishu.cn/open-apis/bot/v2/hook/x", {"demo"});
  const auto body = parse_json(request_of(channel).body);
  REQUIRE(body);
  CHECK((*body)["timestamp"] == "1599360473");
  CHECK((*body)["sign"] == "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
  CHECK((*body)["msg_type"] == "post");
  const auto later = parse_json(request_of(channel, september_2020 + std::chrono::hours{1}).body);
  CHECK((*later)["timestamp"] == "1599364073");
  CHECK((*later)["sign"] != (*body)["sign"]);
}

TEST_CASE("DingTalk is told the time and the signature in the address", "[chat]") {
  const Channel channel = chat(ChannelKind::dingtalk,
                               "https://oapi.dingtalk.com/robot/send?access_token=x", {"SECdemo"});
  CHECK(request_of(channel).url ==
        "https://oapi.dingtalk.com/robot/send?access_token=x&timestamp=1599360473000"
        "&sign=tGWkA5eQOQNCNPDgphtxIoNLO%2B%2FgD8Lcb705KQoRzeY%3D");
  const Channel relay = chat(ChannelKind::dingtalk, "http://127.0.0.1:9/send", {"SECdemo"});
  CHECK_THAT(request_of(relay).url, Catch::StartsWith("http://127.0.0.1:9/send?timestamp="));
}

TEST_CASE("Without a secret nothing is signed", "[chat]") {
  const Channel feishu =
      chat(ChannelKind::feishu, "https://open.feishu.cn/open-apis/bot/v2/hook/x");
  CHECK(request_of(feishu).body == chat_payload(ChannelKind::feishu, test::sample_brief()));
  const Channel dingtalk =
      chat(ChannelKind::dingtalk, "https://oapi.dingtalk.com/robot/send?access_token=x");
  CHECK(request_of(dingtalk).url == dingtalk.url);
}

TEST_CASE("Nothing is sent to an address that cannot be the chat's, and its secret is not told",
          "[chat]") {
  const Channel channel = chat(ChannelKind::slack, "https://evil.example/services/T0/B0/hidden");
  const auto request = chat_request(channel, OutboundMessage{}, september_2020);
  REQUIRE_FALSE(request);
  CHECK_THAT(request.error().message, Catch::Contains("team"));
  CHECK_THAT(request.error().message, Catch::Contains("hooks.slack.com"));
  CHECK_THAT(request.error().message, !Catch::Contains("hidden"));
}

}  // namespace tipoff
