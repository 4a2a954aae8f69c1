#include "alert/webhook_body.h"

#include "alert/sample_news.h"
#include "catch.h"
#include "text/json.h"

namespace tipoff {

TEST_CASE("A webhook's body is what the contract says", "[alert]") {
  const auto body = parse_json(webhook_body(test::sample_news(), "new"));
  REQUIRE(body);
  CHECK((*body)["type"] == "trigger.detected");
  CHECK((*body)["timestamp"] == "2026-03-02T08:00:00Z");
  const Json& data = (*body)["data"];
  CHECK(data["reason"] == "new");
  CHECK(data["seller"] == "default");
  CHECK(dump(data["account"]) ==
        R"({"id":"nordwerk","name":"Nordwerk AG","score":5,"max_score":9,"rank":3})");
  CHECK_FALSE(data.contains("previous"));
  const Json& event = data["event"];
  CHECK(event["id"] == 5);
  CHECK(event["event"] == "acquisition");
  CHECK(event["role"] == "acquirer");
  CHECK(event["certainty"] == "announced");
  CHECK(event["happened_at"] == "2026-03-02T06:00:00Z");
  CHECK(event["seen_at"] == "2026-03-02T08:00:00Z");
  CHECK(event["title"] == "Nordwerk to acquire Halden Pumps for 300 million euros");
  CHECK(event["url"] == "https://news.example/nordwerk?id=1&lang=en");
  CHECK(event["evidence"] == "Nordwerk to acquire Halden Pumps");
  CHECK(event["rule"] == "acquisition.en.agrees");
  CHECK(event["sources"] == 1);
}

TEST_CASE("A new state names the one before", "[alert]") {
  TriggerNews news = test::sample_news();
  news.previous = Certainty::rumoured;
  const auto body = parse_json(webhook_body(news, "state changed: rumoured -> announced"));
  REQUIRE(body);
  CHECK((*body)["type"] == "trigger.updated");
  CHECK(dump((*body)["data"]["previous"]) == R"({"certainty":"rumoured"})");
}

TEST_CASE("Below the list's top the rank is null", "[alert]") {
  TriggerNews news = test::sample_news();
  news.entry.rank = 0;
  const auto body = parse_json(webhook_body(news, "new"));
  REQUIRE(body);
  CHECK((*body)["data"]["account"]["rank"].is_null());
}

TEST_CASE("A hostile headline stays a string in its field", "[alert]") {
  for (const std::string_view title : test::hostile_titles) {
    TriggerNews news = test::sample_news();
    news.story.title = news.story.evidence = news.entry.name = title;
    const std::string bytes = webhook_body(news, "new");
    CAPTURE(bytes);
    CHECK(bytes.find_first_of("\r\n") == std::string::npos);
    const auto body = parse_json(bytes);
    REQUIRE(body);
    CHECK((*body)["type"] == "trigger.detected");
    CHECK(body->size() == 3);
    const auto shown = (*body)["data"]["event"]["title"].get<std::string>();
    for (const char c : shown) CHECK((static_cast<unsigned char>(c) >= ' ' && c != '\x7F'));
    CHECK(shown.find("\xE2\x80\xAE") == std::string::npos);
  }
}

TEST_CASE("A link that is not http or https does not reach the receiver", "[alert]") {
  for (const std::string_view link : test::hostile_links) {
    TriggerNews news = test::sample_news();
    news.story.url = link;
    const auto body = parse_json(webhook_body(news, "new"));
    REQUIRE(body);
    CHECK((*body)["data"]["event"]["url"] == "");
  }
}

TEST_CASE("A link with control characters does not reach the receiver", "[alert]") {
  TriggerNews news = test::sample_news();
  news.story.url = "https://news.example/\r\nX: y";
  const auto body = parse_json(webhook_body(news, "new"));
  REQUIRE(body);
  CHECK((*body)["data"]["event"]["url"] == "");
}

TEST_CASE("A body stays below 20 KB whatever the feed holds", "[alert]") {
  TriggerNews news = test::sample_news();
  std::string endless;
  for (int i = 0; i < 20'000; ++i) endless += "\"新";
  news.story.title = news.story.evidence = news.story.rule = news.story.event = endless;
  news.story.url = "https://news.example/" + std::string(100'000, 'a');
  CHECK(webhook_body(news, "new").size() < 20'000);
}

TEST_CASE("A test webhook names its alert", "[alert]") {
  CHECK(webhook_test_body("crm\r\n", test::march_2) ==
        R"({"type":"webhook.test","timestamp":"2026-03-02T08:00:00Z","data":{"alert":"crm"}})");
}

TEST_CASE("What no address may hold is percent-encoded in a webhook", "[alert]") {
  TriggerNews news = test::sample_news();
  news.story.url = "https://news.example/a (b) \"c\"<d>?e=%20";
  const auto body = parse_json(webhook_body(news, "new"));
  REQUIRE(body);
  CHECK((*body)["data"]["event"]["url"] == "https://news.example/a%20(b)%20%22c%22%3Cd%3E?e=%20");
}

}  // namespace tipoff
