#include "alert/chat.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("Each chat's own addresses pass", "[chat]") {
  const auto passes = [](ChannelKind kind, const char* url) {
    CAPTURE(url);
    CHECK_FALSE(chat_host_fault(kind, url));
  };
  passes(ChannelKind::slack, "https://hooks.slack.com/services/T0/B0/x");
  passes(ChannelKind::slack, "HTTPS://Hooks.Slack.com:443/services/T0/B0/x");
  passes(ChannelKind::teams, "https://prod-12.westeurope.logic.azure.com:443/workflows/a/triggers");
  passes(ChannelKind::teams,
         "https://default0.a.environment.api.powerplatform.com:443/powerautomate/x");
  passes(ChannelKind::discord, "https://discord.com/api/webhooks/1/x");
  passes(ChannelKind::feishu, "https://open.feishu.cn/open-apis/bot/v2/hook/x");
  passes(ChannelKind::feishu, "https://open.larksuite.com/open-apis/bot/v2/hook/x");
  passes(ChannelKind::dingtalk, "https://oapi.dingtalk.com/robot/send?access_token=x");
  passes(ChannelKind::wecom, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x");
}

TEST_CASE("A loopback address passes for every chat", "[chat]") {
  for (const char* url : {"http://127.0.0.1:9000/x", "http://localhost/x", "http://[::1]:9/x",
                          "https://127.1.2.3/x", "http://0x7f.1/x"}) {
    CAPTURE(url);
    CHECK_FALSE(chat_host_fault(ChannelKind::slack, url));
    CHECK_FALSE(chat_host_fault(ChannelKind::wecom, url));
  }
}

TEST_CASE("Another chat's address, or nobody's, does not pass", "[chat]") {
  for (const char* url :
       {"https://discord.com/api/webhooks/1/x", "https://hooks.slack.com.evil.example/x",
        "https://evil.example/hooks.slack.com", "https://hooks.slack.com@evil.example/x",
        "https://evilhooks.slack.com/x", "https://127.0.0.1.evil.example/x",
        "https://localhost.evil.example/x", "https://10.0.0.1/x",
        "https://evil.example#@hooks.slack.com"}) {
    CAPTURE(url);
    const auto fault = chat_host_fault(ChannelKind::slack, url);
    REQUIRE(fault);
    CHECK_THAT(*fault, Catch::StartsWith("must be"));
  }
  CHECK(chat_host_fault(ChannelKind::slack, "https://evil.example/x") ==
        "must be at hooks.slack.com or hooks.slack-gov.com");
  CHECK(chat_host_fault(ChannelKind::teams, "https://logic.azure.com.evil.example/x"));
  CHECK(chat_host_fault(ChannelKind::teams, "https://.logic.azure.com/x"));
  CHECK(chat_host_fault(ChannelKind::teams, "https://evillogic.azure.com/x"));
}

TEST_CASE("A chat's address is never sent in the clear", "[chat]") {
  CHECK_THAT(chat_host_fault(ChannelKind::slack, "http://hooks.slack.com/services/x").value_or(""),
             Catch::Contains("https://"));
  for (const char* url : {"", "hooks.slack.com", "ftp://hooks.slack.com/x", "https://",
                          "https://hooks.slack.com", "https://hooks.slack.com/"}) {
    CAPTURE(url);
    CHECK(chat_host_fault(ChannelKind::slack, url));
  }
}

TEST_CASE("Each chat takes only so many messages a minute", "[chat]") {
  CHECK(chat_rate(ChannelKind::dingtalk) == 20);
  CHECK(chat_rate(ChannelKind::wecom) == 20);
  CHECK(chat_rate(ChannelKind::slack) == 60);
  CHECK(chat_rate(ChannelKind::discord) == 30);
  CHECK(chat_rate(ChannelKind::teams) == 30);
  CHECK(chat_rate(ChannelKind::feishu) == 100);
  CHECK(chat_rate(ChannelKind::webhook) == 0);
  CHECK(chat_rate(ChannelKind::email) == 0);
}

}  // namespace tipoff
