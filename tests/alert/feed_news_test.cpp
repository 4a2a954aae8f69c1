// Messages about feeds.
#include "alert/feed_news.h"

#include "alert/mail_text.h"
#include "catch.h"
#include "text/json.h"

namespace tipoff {
namespace {

const Time monday = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{8};

FeedNews failing() {
  FeedNews news;
  news.source = news.url = "https://wire.example/rss";
  news.title = "Nordwire\x1b[31m <b>快讯</b>";
  news.failing_since = monday;
  news.failures_in_a_row = 7;
  news.reason = "the server answered 503";
  news.at = monday + std::chrono::hours{30};
  news.next_try = monday + std::chrono::hours{54};
  return news;
}

Channel hook() {
  Channel channel;
  channel.name = "crm";
  channel.url = "https://crm.example/hook";
  return channel;
}

Channel post() {
  Channel channel;
  channel.name = "team";
  channel.kind = ChannelKind::email;
  channel.from = "tipoff@sales.example";
  channel.to = {"anna@sales.example", "ben@sales.example"};
  return channel;
}

std::string feed_text(const FeedNews& news) {
  return mail_text(feed_brief(news, Voice{}));
}

}  // namespace

TEST_CASE("A webhook tells which feed fails, since when and why", "[alert][feeds]") {
  const auto messages = messages_for(hook(), failing());
  REQUIRE(messages.size() == 1);
  CHECK(messages[0].recipient == "https://crm.example/hook");
  CHECK(messages[0].cause == "feed:https://wire.example/rss:2026-03-02T08:00:00Z:failing");
  CHECK(messages[0].topic == "feed:https://wire.example/rss");
  const auto body = parse_json(messages[0].body);
  REQUIRE(body);
  CHECK((*body)["type"] == "feed.failing");
  CHECK((*body)["timestamp"] == "2026-03-03T14:00:00Z");
  const auto& data = (*body)["data"];
  CHECK(data["feed"]["url"] == "https://wire.example/rss");
  CHECK(data["feed"]["title"] == "Nordwire[31m <b>快讯</b>");
  CHECK(data["failing_since"] == "2026-03-02T08:00:00Z");
  CHECK(data["failures_in_a_row"] == 7);
  CHECK(data["reason"] == "the server answered 503");
  CHECK(data["last_success"].is_null());
  CHECK(data["next_try"] == "2026-03-04T14:00:00Z");
}

TEST_CASE("A recovery has the same topic and another cause", "[alert][feeds]") {
  auto news = failing();
  const auto before = messages_for(hook(), news).front();
  news.recovered = true;
  const auto after = messages_for(hook(), news).front();
  CHECK(after.topic == before.topic);
  CHECK(after.cause != before.cause);
  CHECK(after.message_id != before.message_id);
  const auto body = parse_json(after.body);
  REQUIRE(body);
  CHECK((*body)["type"] == "feed.recovered");
  CHECK((*body)["data"]["recovered_at"] == "2026-03-03T14:00:00Z");
}

TEST_CASE("Each recipient gets a mail of their own", "[alert][feeds]") {
  const auto messages = messages_for(post(), failing());
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].recipient == "anna@sales.example");
  CHECK(messages[0].message_id != messages[1].message_id);
  CHECK_THAT(messages[0].body, Catch::Contains("Subject: ") && Catch::Contains("Auto-Submitted"));
  CHECK_THAT(messages[0].subject, Catch::StartsWith("Feed fails since 2 Mar 2026: Nordwire"));
}

TEST_CASE("A channel that is not to hear of feeds hears nothing", "[alert][feeds]") {
  auto channel = hook();
  channel.feeds = false;
  CHECK(messages_for(channel, failing()).empty());
}

TEST_CASE("The text says what to do", "[alert][feeds]") {
  auto news = failing();
  CHECK_THAT(feed_text(news), Catch::Contains("Next try") &&
                                  Catch::Contains("Last success: never") &&
                                  !Catch::Contains("\x1b"));
  news.gone = true;
  CHECK_THAT(feed_text(news), Catch::Contains("not asked any more"));
  news.nothing_answers = true;
  CHECK_THAT(feed_text(news), Catch::Contains("own network"));
  news.recovered = true;
  CHECK_THAT(feed_text(news), Catch::Contains("answers again"));
}

TEST_CASE("A feed's failure is told in Chinese, by the reader's clock", "[alert][feeds]") {
  const Brief brief =
      feed_brief(failing(), {.language = MessageLanguage::chinese, .zone = "Asia/Shanghai"});
  CHECK_THAT(brief.subject, Catch::StartsWith("订阅源自2026年3月2日起失败：Nordwire"));
  CHECK(brief.opening == "订阅源失败");
  CHECK_THAT(mail_text(brief), Catch::Contains("开始失败：2026年3月2日 16:00 CST，连续7次\n") &&
                                   Catch::Contains("最近一次成功：从未\n"));
}

TEST_CASE("A chat hears of feeds under its name, never under its secret address",
          "[alert][feeds]") {
  Channel channel = hook();
  channel.kind = ChannelKind::slack;
  const auto messages = messages_for(channel, failing());
  REQUIRE(messages.size() == 1);
  CHECK(messages[0].recipient == "crm");
  CHECK(messages[0].topic == "feed:https://wire.example/rss");
  CHECK_THAT(messages[0].body, Catch::Contains("the server answered 503"));
}

}  // namespace tipoff
