// What people read about a feed; titles and reasons come from outside and are made harmless.
#include "alert/feed_news.h"

#include <algorithm>

#include "alert/mail_body.h"
#include "alert/message_id.h"
#include "alert/safe_text.h"
#include "emit/markup.h"
#include "text/date.h"
#include "text/json.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_title = 120;  // bytes
constexpr std::size_t longest_text = 2000;

std::string name_of(const FeedNews& news) {
  return safe_line(news.title.empty() ? news.url : news.title, longest_title);
}

Json moment(const std::optional<Time>& time) {
  return time ? Json(format_utc(*time)) : Json(nullptr);
}

OutboundMessage owed(const Channel& channel, const FeedNews& news, const std::string& recipient) {
  OutboundMessage message;
  message.channel = channel.name;
  message.recipient = recipient;
  message.topic = "feed:" + news.source;
  message.cause = message.topic + ":" + format_utc(news.failing_since) +
                  (news.recovered ? ":recovered" : ":failing");
  message.message_id = "msg_" + stable_id({channel.name, recipient, message.cause});
  message.subject = feed_subject(news);
  message.created_at = news.at;
  message.next_try = news.at;
  return message;
}

std::string feed_html(const FeedNews& news) {
  std::string html =
      "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body "
      "style=\"margin:0;padding:12px;font:16px/1.4 sans-serif;max-width:36em\">\n";
  const std::string text = feed_text(news);
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (end > at)
      html += "<p>" + escape_html(std::string_view(text).substr(at, end - at)) + "</p>\n";
    at = end + 1;
  }
  return html + "</body></html>\n";
}

OutboundMessage mail(const Channel& channel, const FeedNews& news, const std::string& recipient) {
  OutboundMessage message = owed(channel, news, recipient);
  make_mail(message, channel, "feed_" + stable_id({news.source}), feed_text(news), feed_html(news));
  return message;
}

}  // namespace

std::vector<OutboundMessage> messages_for(const Channel& channel, const FeedNews& news) {
  if (!channel.feeds) return {};
  if (channel.kind == ChannelKind::webhook) {
    OutboundMessage message = owed(channel, news, channel.url);
    message.body = webhook_body(news);
    return {message};
  }
  std::vector<OutboundMessage> messages;
  for (const std::string& recipient : channel.to)
    messages.push_back(mail(channel, news, recipient));
  return messages;
}

std::string webhook_body(const FeedNews& news) {
  Json data;
  data["feed"] = {{"url", safe_line(news.url, longest_text)},
                  {"title", safe_line(news.title, longest_text)}};
  data["failing_since"] = format_utc(news.failing_since);
  if (news.recovered) {
    data["recovered_at"] = format_utc(news.at);
  } else {
    data["failures_in_a_row"] = news.failures_in_a_row;
    data["reason"] = safe_line(news.reason, longest_text);
    data["last_success"] = moment(news.last_success);
    data["next_try"] = moment(news.next_try);
    data["gone"] = news.gone;
    data["nothing_answers"] = news.nothing_answers;
  }
  Json body;
  body["type"] = news.recovered ? "feed.recovered" : "feed.failing";
  body["timestamp"] = format_utc(news.at);
  body["data"] = std::move(data);
  return dump(body);
}

std::string feed_subject(const FeedNews& news) {
  if (news.recovered) return "Feed is back: " + name_of(news);
  if (news.gone) return "Feed is gone: " + name_of(news);
  return "Feed fails since " + format_utc(news.failing_since).substr(0, 10) + ": " + name_of(news);
}

std::string feed_text(const FeedNews& news) {
  std::string text = name_of(news) + "\n" + safe_line(news.url, longest_text) + "\n\n";
  if (news.recovered)
    return text + "It answers again. It had failed since " + format_local(news.failing_since) +
           "; what it still carries of that time has been read.\n";
  text += "Failing since " + format_local(news.failing_since) + ", " +
          std::to_string(news.failures_in_a_row) + " times in a row.\n";
  text += "Last failure: " + safe_line(news.reason, longest_text) + "\n";
  text +=
      "Last success: " + (news.last_success ? format_local(*news.last_success) : "never") + "\n";
  if (news.gone)
    text +=
        "It is not asked any more. Take it out, or add its new address: tipoff feed remove, "
        "tipoff feed add.\n";
  else if (news.next_try)
    text += "Next try: " + format_local(*news.next_try) + "\n";
  if (news.nothing_answers)
    text += "No feed at all has answered since: look at this machine's own network first.\n";
  return text + "\nAll feeds that fail: tipoff feed list --failing\n";
}

}  // namespace tipoff
