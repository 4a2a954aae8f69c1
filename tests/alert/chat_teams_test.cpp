#include "alert/chat_kinds.h"
#include "alert/sample_brief.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("Teams gets an adaptive card in the envelope of a message", "[chat]") {
  const Json payload = teams_payload(test::sample_brief());
  CHECK(payload["type"] == "message");
  CHECK(payload["summary"] == "2 events at your accounts");
  REQUIRE(payload["attachments"].size() == 1);
  CHECK(payload["attachments"][0]["contentType"] == "application/vnd.microsoft.card.adaptive");
  const Json& card = payload["attachments"][0]["content"];
  CHECK(card["type"] == "AdaptiveCard");
  CHECK(card["version"] == "1.4");
  REQUIRE(card["body"].size() == 9);
  CHECK(dump(card["body"][2]["inlines"]) ==
        R"([{"type":"TextRun","text":"Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps",)"
        R"("weight":"Bolder","selectAction":{"type":"Action.OpenUrl",)"
        R"("url":"https://news.example/nordwerk?id=1&lang=en"}}])");
  CHECK(dump(card["body"][4]["inlines"]) ==
        R"([{"type":"TextRun","text":"Call: ","isSubtle":true},)"
        R"({"type":"TextRun","text":"Anna Weber, COO"}])");
}

TEST_CASE("In Teams only the web can be opened", "[chat]") {
  const std::string payload = dump(teams_payload(test::sample_brief()));
  CHECK(payload.find("tel:") == std::string::npos);
  CHECK(payload.find("mailto:") == std::string::npos);
}

TEST_CASE("A card for Teams stays below 28 KB", "[chat]") {
  const std::size_t items = GENERATE(1, 60, 3'000);
  const std::string words = GENERATE(std::string("short"), std::string(900, '"'));
  const std::string payload = dump(teams_payload(test::long_brief(items, 12, words)));
  CHECK(payload.size() <= 28'000);
  if (items == 3'000) CHECK_THAT(payload, Catch::Contains(" more"));
  if (items == 60) CHECK(payload.size() > 10'000);
}

}  // namespace tipoff
