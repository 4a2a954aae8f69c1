#include "alert/chat_kinds.h"
#include "alert/sample_brief.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("DingTalk gets Markdown with a blank line between lines, and mentions nobody", "[chat]") {
  const Json payload = dingtalk_payload(test::sample_brief());
  CHECK(payload["msgtype"] == "markdown");
  CHECK(payload["markdown"]["title"] == "2 events at your accounts");
  CHECK_THAT(payload["markdown"]["text"].get<std::string>(),
             Catch::StartsWith("**2 events at your accounts**\n\nWhy this message: new\n\n"
                               "**[Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps]"
                               "(https://news.example/nordwerk?id=1&lang=en)**\n\nWhy now: "));
  CHECK_THAT(payload["markdown"]["text"].get<std::string>(),
             Catch::Contains("\n\nE-mail: anna_weber@nordwerk.example\n\n"));
  CHECK(dump(payload["at"]) == R"({"isAtAll":false})");
}

TEST_CASE("WeCom gets Markdown", "[chat]") {
  const Json payload = wecom_payload(test::sample_brief());
  CHECK(payload["msgtype"] == "markdown");
  CHECK_THAT(
      payload["markdown"]["content"].get<std::string>(),
      Catch::StartsWith("**2 events at your accounts**\nWhy this message: new\n**[Nordwerk"));
}

TEST_CASE("WeCom's 4,096 bytes are kept, and used", "[chat]") {
  const std::size_t items = GENERATE(1, 12, 3'000);
  const std::string words = GENERATE(std::string("short"), std::string(900, '<'),
                                     std::string("诺德公司拟收购哈尔登泵业"));
  const Json payload = wecom_payload(test::long_brief(items, 12, words));
  const auto content = payload["markdown"]["content"].get<std::string>();
  CHECK(content.size() <= 4'096);
  if (items > 12) CHECK(content.size() > 3'000);
  if (items > 12) CHECK_THAT(content, Catch::EndsWith(" more"));
}

TEST_CASE("A long title still leaves room in WeCom", "[chat]") {
  Brief brief = test::long_brief(5, 5, std::string(2'000, '<'));
  brief.subject = std::string(2'000, '<');
  brief.opening = std::string(2'000, '<');
  brief.language = MessageLanguage::chinese;
  const auto content = wecom_payload(brief)["markdown"]["content"].get<std::string>();
  CHECK(content.size() <= 4'096);
}

TEST_CASE("DingTalk's message stays below 20 KB", "[chat]") {
  const std::string payload = dump(dingtalk_payload(test::long_brief(3'000, 12, "<\"words\">")));
  CHECK(payload.size() <= 20'000);
  CHECK(payload.size() > 10'000);
}

}  // namespace tipoff
