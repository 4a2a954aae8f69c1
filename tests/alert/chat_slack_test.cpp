#include <algorithm>

#include "alert/chat_kinds.h"
#include "alert/chat_text.h"
#include "alert/sample_brief.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("Slack gets blocks of plain text, and links of their own", "[chat]") {
  const Json payload = slack_payload(test::sample_brief());
  const Json& blocks = payload["blocks"];
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[0]["type"] == "header");
  CHECK(blocks[0]["text"]["text"] == "2 events at your accounts");
  CHECK(blocks[1]["text"]["text"] == "Why this message: new");
  CHECK(blocks[2]["text"]["type"] == "plain_text");
  CHECK(blocks[2]["text"]["text"] ==
        "Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps\n"
        "Why now: Nordwerk buys Halden Pumps and must join two supply chains.\n"
        "Call: Anna Weber, COO\nPhone: +49 (0)89 123-456\nE-mail: anna_weber@nordwerk.example");
  CHECK(blocks[3]["type"] == "context");
  CHECK(blocks[3]["elements"][0]["text"] ==
        "<https://news.example/nordwerk?id=1&amp;lang=en|news.example> · "
        "Phone: <tel:+4989123456|+49 (0)89 123-456> · "
        "E-mail: <mailto:anna_weber@nordwerk.example|anna＿weber@nordwerk.example>");
  CHECK(blocks[4]["type"] == "section");
}

TEST_CASE("Slack's notification has the whole text", "[chat]") {
  const Json payload = slack_payload(test::sample_brief());
  CHECK_THAT(payload["text"].get<std::string>(),
             Catch::StartsWith("2 events at your accounts\nWhy this message: new\nNordwerk AG"));
  CHECK(payload["mrkdwn"] == false);
  CHECK(payload["link_names"] == false);
}

TEST_CASE("Slack's limits hold, whatever the brief", "[chat]") {
  const std::size_t items = GENERATE(1, 30, 200, 3'000);
  const std::size_t rows = GENERATE(0, 12);
  const std::string words =
      GENERATE(std::string("short"), std::string(900, '&'), std::string(90, '<'));
  CAPTURE(items, rows, words.size());
  const Json payload = slack_payload(test::long_brief(items, rows, words));
  CHECK(payload["blocks"].size() <= 50);
  CHECK(code_points(payload["text"].get<std::string>()) <= 12'000);
  for (const Json& block : payload["blocks"])
    if (block.contains("text"))
      CHECK(code_points(block["text"]["text"].get<std::string>()) <= 3'000);
}

TEST_CASE("A title in Slack has room for its escapes", "[chat]") {
  Brief brief = test::sample_brief();
  brief.subject = std::string(500, 'a');
  const Json payload = slack_payload(brief);
  CHECK(code_points(payload["blocks"][0]["text"]["text"].get<std::string>()) == 110);
}

TEST_CASE("What Slack has no room for is counted", "[chat]") {
  const Json payload = slack_payload(test::long_brief(200, 2, "words"));
  const auto text = payload["blocks"].back()["text"]["text"].get<std::string>();
  const std::size_t shown = static_cast<std::size_t>(std::count_if(
      payload["blocks"].begin(), payload["blocks"].end(),
      [](const Json& block) { return dump(block).find("Account ") != std::string::npos; }));
  CHECK(shown > 20);
  CHECK(text == "+" + std::to_string(200 - shown) + " more");
}

}  // namespace tipoff
