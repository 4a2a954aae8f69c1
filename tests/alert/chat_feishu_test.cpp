#include "alert/chat_kinds.h"
#include "alert/sample_brief.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("Feishu gets a post whose texts and links stand apart", "[chat]") {
  const Json payload = feishu_payload(test::sample_brief());
  CHECK(payload["msg_type"] == "post");
  const Json& post = payload["content"]["post"]["en_us"];
  CHECK(post["title"] == "2 events at your accounts");
  REQUIRE(post["content"].size() == 8);
  CHECK(dump(post["content"][1]) ==
        R"([{"tag":"a","text":"Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps",)"
        R"("href":"https://news.example/nordwerk?id=1&lang=en"}])");
  CHECK(dump(post["content"][4]) ==
        R"([{"tag":"text","text":"Phone: "},{"tag":"text","text":"+49 (0)89 123-456"}])");
}

TEST_CASE("A Chinese post says so to Feishu", "[chat]") {
  Brief brief = test::sample_brief();
  brief.language = MessageLanguage::chinese;
  brief.more = 3;
  const Json payload = feishu_payload(brief);
  const Json& post = payload["content"]["post"]["zh_cn"];
  CHECK(post["content"][2][0]["text"] == "Why now：");
  CHECK(post["content"].back()[0]["text"] == "另有 3 条");
}

TEST_CASE("A post for Feishu stays below 20 KB", "[chat]") {
  const std::size_t items = GENERATE(1, 3'000);
  const std::string words = GENERATE(std::string("short"), std::string(900, '<'));
  const std::string payload = dump(feishu_payload(test::long_brief(items, 12, words)));
  CHECK(payload.size() <= 19'000);
  if (items > 1) CHECK(payload.size() > 10'000);
}

}  // namespace tipoff
