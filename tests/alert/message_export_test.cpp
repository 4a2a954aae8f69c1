// Hands messages to checks that are none of our code: where the environment names a file
// (TIPOFF_MESSAGES), one JSON object a line is written to it; tests/end_to_end/messages_test.py
// reads them.
#include <cstdlib>
#include <fstream>

#include "alert/delivery.h"
#include "alert/feed_news.h"
#include "alert/hostile_titles.h"
#include "alert/sample_news.h"
#include "alert/webhook_body.h"
#include "catch.h"
#include "emit/atom.h"
#include "net/signature.h"
#include "text/json.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::int64_t attempt = 1'599'360'473;  // seconds since 1970
const std::vector<std::string> rotating = {"whsec_bmV3IHNlY3JldCBvZiB0aGUgdGVzdHMuLi4=",
                                           "whsec_b2xkIHNlY3JldCBvZiB0aGUgdGVzdHMuLi4="};

using Lines = std::vector<Json>;

TriggerNews telling(std::string_view title) {
  TriggerNews news = test::sample_news();
  news.story.title = title;
  news.story.evidence = title;
  news.entry.why_now = title;
  news.entry.name = title;
  return news;
}

Json requested(const char* way, const Channel& channel, const OutboundMessage& message) {
  const auto request = delivery_request(channel, message, Time{std::chrono::seconds{attempt}});
  REQUIRE(request);
  Json line = {{"way", way}, {"url", request->url}, {"body", request->body}};
  line["secrets"] = channel.secrets;
  for (const std::string& header : request->headers)
    line["headers"][header.substr(0, header.find(':'))] = header.substr(header.find(':') + 2);
  return line;
}

Json webhook(const std::string& body) {
  Channel channel = test::sample_webhook();
  channel.secrets = rotating;
  OutboundMessage message;
  message.message_id = "msg_0123456789abcdef0123456789abcdef";
  message.body = body;
  return requested("webhook", channel, message);
}

CallList list_of(int version, std::vector<std::string> ids) {
  CallList list;
  list.version = version;
  list.generated_at = test::march_2;
  for (const std::string& id : ids) {
    CallListEntry entry = test::sample_news().entry;
    entry.id = entry.name = id;
    entry.rank = static_cast<int>(list.entries.size()) + 1;
    list.entries.push_back(entry);
  }
  return list;
}

void add_webhooks(Lines& lines) {
  TriggerNews news = test::sample_news();
  lines.push_back(webhook(webhook_body(news, "new")));
  news.previous = Certainty::rumoured;
  news.entry.rank = 0;
  news.story.role.reset();
  lines.push_back(webhook(webhook_body(news, "state changed: rumoured -> announced")));
  for (const std::string_view title : test::hundred_hostile_titles)
    lines.push_back(webhook(webhook_body(telling(title), "new")));
  for (const std::string_view address : test::hostile_addresses) {
    news.story.url = address;
    lines.push_back(webhook(webhook_body(news, "new")));
  }
  const CallList before = list_of(1, {"alba", "brunn", "corda"});
  lines.push_back(webhook(call_list_body(before, nullptr)));
  lines.push_back(webhook(call_list_body(list_of(2, {"corda", "alba", "eiche"}), &before)));
  lines.push_back(webhook(webhook_test_body("crm", test::march_2)));
  FeedNews feed;
  feed.source = feed.url = "https://wire.example/rss";
  feed.failing_since = test::march_2;
  feed.at = test::march_2 + std::chrono::hours{30};
  lines.push_back(webhook(webhook_body(feed)));
  feed.title = feed.reason = test::hundred_hostile_titles[0];
  feed.failures_in_a_row = 7;
  feed.last_success = feed.next_try = feed.at;
  lines.push_back(webhook(webhook_body(feed)));
  feed.recovered = true;
  lines.push_back(webhook(webhook_body(feed)));
}

void add_chats(Lines& lines) {
  const std::pair<ChannelKind, const char*> chats[] = {
      {ChannelKind::slack, "slack"},       {ChannelKind::teams, "teams"},
      {ChannelKind::discord, "discord"},   {ChannelKind::feishu, "feishu"},
      {ChannelKind::dingtalk, "dingtalk"}, {ChannelKind::wecom, "wecom"}};
  for (const auto& [kind, name] : chats) {
    Channel channel;
    channel.name = name;
    channel.kind = kind;
    channel.url = "http://127.0.0.1:9000/" + std::string(name) + "?key=1";
    if (kind == ChannelKind::feishu || kind == ChannelKind::dingtalk)
      channel.secrets = {"SECof the tests"};
    for (const std::string_view title : test::hundred_hostile_titles)
      for (const OutboundMessage& message : test::messages_for(channel, telling(title), "new"))
        lines.push_back(requested(name, channel, message));
  }
}

void add_mails(Lines& lines) {
  for (const std::string_view title : test::hundred_hostile_titles) {
    const auto messages = test::messages_for(test::sample_mail(), telling(title), "new");
    Json line = {{"way", "mail"}, {"title", clean_text(title)}};
    line["raw"] = base64(messages.front().body);
    lines.push_back(std::move(line));
  }
}

void add_feed(Lines& lines) {
  std::vector<TriggerEntry> entries;
  for (const std::string_view title : test::hundred_hostile_titles) {
    TriggerEntry entry;
    entry.story = telling(title).story;
    entry.story.id = static_cast<std::int64_t>(entries.size()) + 1;
    entry.account = entry.why_now = title;
    entries.push_back(std::move(entry));
  }
  lines.push_back({{"way", "atom"}, {"body", atom_feed(entries)}});
}

}  // namespace

TEST_CASE("Messages of every kind can be handed to checks that are not ours", "[alert]") {
  Lines lines;
  add_webhooks(lines);
  add_chats(lines);
  add_mails(lines);
  add_feed(lines);
  CHECK(lines.size() > 800);
  const char* path = std::getenv("TIPOFF_MESSAGES");
  if (path == nullptr) return;
  std::ofstream out(path);
  for (const Json& line : lines) out << dump(line) << '\n';
  CHECK(out.flush());
}

}  // namespace tipoff
