// What people read about a feed; titles and reasons come from outside and are made harmless.
#include "alert/feed_news.h"

#include "alert/compose.h"
#include "alert/links.h"
#include "alert/message_id.h"
#include "alert/safe_text.h"
#include "alert/words.h"
#include "text/date.h"
#include "text/json.h"

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

std::string topic_of(const FeedNews& news) {
  return "feed:" + news.source;
}

std::string cause_of(const FeedNews& news) {
  return topic_of(news) + ":" + format_utc(news.failing_since) +
         (news.recovered ? ":recovered" : ":failing");
}

OutboundMessage webhook(const Channel& channel, const FeedNews& news,
                        const std::string& recipient) {
  OutboundMessage message;
  message.channel = channel.name;
  message.recipient = recipient;
  message.cause = cause_of(news);
  message.message_id = "msg_" + stable_id({channel.name, recipient, message.cause});
  message.subject = feed_subject(news, channel.language);
  message.body = webhook_body(news);
  message.created_at = news.at;
  message.next_try = news.at;
  return message;
}

OutboundMessage for_people(const Channel& channel, const FeedNews& news,
                           const std::string& recipient) {
  return written(channel, recipient, cause_of(news), feed_brief(news, voice_of(channel)),
                 "feed_" + stable_id({news.source}), news.at);
}

std::string opening_of(const FeedNews& news, MessageLanguage language) {
  if (news.recovered) return say(language, "a feed is back");
  return news.gone ? say(language, "a feed is gone") : say(language, "a feed fails");
}

/// What is known of the failures, and what will happen or is to be done.
std::vector<BriefRow> failure_rows(const FeedNews& news, const Voice& voice) {
  const MessageLanguage language = voice.language;
  const auto moment = [&](Time time) { return moment_words(language, time, voice.zone); };
  std::vector<BriefRow> rows;
  rows.push_back(
      {say(language, "Failing since"),
       say(language, "{}, {} times in a row", moment(news.failing_since), news.failures_in_a_row),
       ""});
  rows.push_back({say(language, "Last failure"), safe_line(news.reason, longest_text), ""});
  rows.push_back({say(language, "Last success"),
                  news.last_success ? moment(*news.last_success) : say(language, "never"), ""});
  const std::string to_do = say(language, "What to do");
  if (news.gone)
    rows.push_back({to_do,
                    say(language,
                        "It is not asked any more. Take it out, or add its new address: tipoff "
                        "feed remove, tipoff feed add."),
                    ""});
  else if (news.next_try)
    rows.push_back({say(language, "Next try"), moment(*news.next_try), ""});
  if (news.nothing_answers)
    rows.push_back(
        {to_do,
         say(language,
             "No feed at all has answered since: look at this machine's own network first."),
         ""});
  return rows;
}

}  // namespace

std::vector<OutboundMessage> messages_for(const Channel& channel, const FeedNews& news) {
  if (!channel.feeds) return {};
  std::vector<OutboundMessage> messages;
  for (const std::string& recipient : recipients_of(channel)) {
    messages.push_back(is_for_people(channel) ? for_people(channel, news, recipient)
                                              : webhook(channel, news, recipient));
    messages.back().topic = topic_of(news);
  }
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

std::string feed_subject(const FeedNews& news, MessageLanguage language) {
  const std::string name = name_of(news);
  if (news.recovered) return say(language, "Feed is back: {}", name);
  if (news.gone) return say(language, "Feed is gone: {}", name);
  return say(language, "Feed fails since {}: {}", day_words(language, news.failing_since), name);
}

Brief feed_brief(const FeedNews& news, const Voice& voice) {
  const MessageLanguage language = voice.language;
  BriefItem item;
  item.heading = name_of(news);
  item.link = source_link(news.url);
  item.rows.push_back({say(language, "Feed"), safe_line(news.url, longest_text), item.link});
  if (news.recovered)
    item.rows.push_back(
        {"",
         say(language,
             "It answers again. It had failed since {}; what it still carries of that time has "
             "been read.",
             moment_words(language, news.failing_since, voice.zone)),
         ""});
  else
    for (BriefRow& row : failure_rows(news, voice)) item.rows.push_back(std::move(row));
  item.rows.push_back({"", say(language, "All feeds that fail: tipoff feed list --failing"), ""});
  Brief brief;
  brief.language = language;
  brief.subject = feed_subject(news, language);
  brief.opening = opening_of(news, language);
  brief.sections.push_back({.heading = "", .items = {std::move(item)}});
  return brief;
}

}  // namespace tipoff
