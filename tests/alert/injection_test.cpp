// A hundred hostile titles, and the hostile addresses, through every channel; and the proof that
// the checks see what a careless writer lets through.
#include "alert/hostile_titles.h"
#include "alert/injection_checks.h"
#include "alert/injection_checks_mail.h"
#include "alert/sample_news.h"
#include "catch.h"
#include "emit/markup.h"

namespace tipoff {
namespace {

using Check = test::Complaints (*)(const std::string&);

struct Way {
  ChannelKind kind;
  Check check;
};

constexpr Way ways[] = {
    {ChannelKind::webhook, test::of_webhook},   {ChannelKind::email, test::of_mail},
    {ChannelKind::slack, test::of_slack},       {ChannelKind::teams, test::of_teams},
    {ChannelKind::discord, test::of_discord},   {ChannelKind::feishu, test::of_feishu},
    {ChannelKind::dingtalk, test::of_dingtalk}, {ChannelKind::wecom, test::of_wecom}};

Channel channel_of(ChannelKind kind) {
  Channel channel = kind == ChannelKind::email ? test::sample_mail() : test::sample_webhook();
  channel.kind = kind;
  channel.to.resize(std::min<std::size_t>(channel.to.size(), 1));
  return channel;
}

/// News that says it in every place that comes from outside.
TriggerNews telling(const std::string& words) {
  TriggerNews news = test::sample_news();
  news.story.title = words;
  news.story.evidence = words;
  news.entry.why_now = words;
  news.entry.name = words;
  news.entry.owner = words;
  news.entry.contact.name = words;
  news.entry.contact.title = words;
  news.entry.score.parts[0].because = words;
  return news;
}

std::string message_of(ChannelKind kind, const TriggerNews& news, MessageLanguage language) {
  Channel channel = channel_of(kind);
  channel.language = language;
  const auto messages = test::messages_for(channel, news, "new");
  REQUIRE(messages.size() == 1);
  return messages.front().body;
}

}  // namespace

TEST_CASE("None of a hundred hostile titles gets through any channel", "[alert][injection]") {
  const auto language = GENERATE(MessageLanguage::english, MessageLanguage::chinese);
  for (const Way& way : ways) {
    for (const std::string_view title : test::hundred_hostile_titles) {
      const std::string body = message_of(way.kind, telling(std::string(title)), language);
      CAPTURE(static_cast<int>(way.kind), title, body);
      CHECK(way.check(body) == test::Complaints{});
    }
  }
}

TEST_CASE("No hostile address becomes a link in any channel, nor leaves its link",
          "[alert][injection]") {
  for (const Way& way : ways) {
    for (const std::string_view address : test::hostile_addresses) {
      TriggerNews news = test::sample_news();
      news.story.url = address;
      news.entry.contact.email = address;
      news.entry.contact.phone = address;
      const std::string body = message_of(way.kind, news, MessageLanguage::english);
      CAPTURE(static_cast<int>(way.kind), address, body);
      CHECK(way.check(body) == test::Complaints{});
    }
  }
}

TEST_CASE("A harmless title arrives as it is", "[alert][injection]") {
  const std::string title = "Nordwerk to acquire Halden Pumps for 300 million euros";
  for (const Way& way : ways) {
    std::string body = message_of(way.kind, test::sample_news(), MessageLanguage::english);
    CAPTURE(static_cast<int>(way.kind), body);
    CHECK(way.check(body) == test::Complaints{});
    if (way.kind == ChannelKind::email) body = test::parts_of(body).html;
    CHECK_THAT(body, Catch::Contains(title));
  }
}

namespace {

std::string careless_slack(const std::string& title) {
  Json text = {{"type", "plain_text"}, {"text", title}};
  const Json block = {{"type", "section"}, {"text", text}};
  return dump(Json{{"text", title}, {"blocks", Json::array({block})}});
}

std::string careless_teams(const std::string& title) {
  const Json block = {{"type", "TextBlock"}, {"text", title}};
  const Json card = {{"type", "AdaptiveCard"}, {"body", Json::array({block})}};
  return dump(Json{{"type", "message"}, {"attachments", Json::array({card})}});
}

std::string careless_discord(const std::string& title) {
  const Json nobody = {{"parse", Json::array()}};
  return dump(Json{{"content", title}, {"allowed_mentions", nobody}});
}

std::string careless_feishu(const std::string& title) {
  return dump(Json{{"msg_type", "text"}, {"content", {{"text", title}}}});
}

std::string careless_dingtalk(const std::string& title) {
  return dump(Json{{"msgtype", "markdown"},
                   {"markdown", {{"title", title}, {"text", title}}},
                   {"at", {{"isAtAll", false}}}});
}

std::string careless_wecom(const std::string& title) {
  return dump(Json{{"msgtype", "markdown"}, {"markdown", {{"content", title}}}});
}

std::string careless_webhook(const std::string& title) {
  return R"({"type":"trigger.detected","timestamp":"","data":{"title":")" + title + "\"}}";
}

std::string careless_mail(const std::string& title) {
  const std::string part = "\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  return "Subject: " + title + "\r\nContent-Type: multipart/alternative\r\n\r\n--x\r\n" +
         "Content-Type: text/plain" + part + base64(title) + "\r\n--x\r\n" +
         "Content-Type: text/html" + part +
         base64("<html><body><p>" + title + "</p></body></html>") + "\r\n--x--\r\n";
}

struct Careless {
  const char* name;
  std::string (*write)(const std::string&);
  Check check;
  std::size_t at_least;  // so many of the hundred are dangerous there
};

constexpr Careless careless_writers[] = {
    {"Slack", careless_slack, test::of_slack, 40},
    {"Teams", careless_teams, test::of_teams, 100},
    {"Discord", careless_discord, test::of_discord, 50},
    {"Feishu", careless_feishu, test::of_feishu, 35},
    {"DingTalk", careless_dingtalk, test::of_dingtalk, 50},
    {"WeCom", careless_wecom, test::of_wecom, 50},
    {"webhook", careless_webhook, test::of_webhook, 20},
    {"mail", careless_mail, test::of_mail, 35},
};

}  // namespace

TEST_CASE("A careless writer is found out, so the checks can fail", "[alert][injection]") {
  for (const Careless& writer : careless_writers) {
    std::size_t caught = 0;
    for (const std::string_view title : test::hundred_hostile_titles)
      caught += writer.check(writer.write(std::string(title))).empty() ? 0 : 1;
    CAPTURE(writer.name, caught);
    CHECK(caught >= writer.at_least);
    CHECK(writer.check(writer.write("Nordwerk buys Halden")).empty() == (writer.at_least < 100));
  }
}

TEST_CASE("A page that forgets to escape is found out", "[alert][injection]") {
  std::size_t caught = 0;
  for (const std::string_view title : test::hundred_hostile_titles) {
    const std::string page = "<html><body><p>" + std::string(title) + "</p></body></html>";
    caught += test::of_html(page).empty() ? 0 : 1;
    const std::string escaped =
        "<html><body><p>" + escape_html(clean_text(title)) + "</p></body></html>";
    CAPTURE(title);
    CHECK(test::of_html(escaped) == test::Complaints{});
  }
  CHECK(caught >= 25);
}

}  // namespace tipoff
