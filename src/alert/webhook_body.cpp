// Writes the bodies of webhooks that tell of a trigger, and of those that test.
#include "alert/webhook_body.h"

#include "alert/safe_text.h"
#include "emit/json.h"
#include "text/date.h"
#include "text/json.h"
#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_text =
    2000;  // bytes of a headline, sentence or name: the body stays below 20 KB

std::string harmless(std::string_view text) {
  return safe_line(text, longest_text);
}

bool is_usable(std::string_view url) {
  return is_http(url) && url.size() <= longest_text && clean_text(url) == url;
}

/// What no address may hold (RFC 3986) is percent-encoded; the rest stays as in the call list.
std::string encoded(std::string_view url) {
  std::string link;
  for (const char c : url) {
    const bool is_stray = std::string_view(" \"<>\\^`{|}").find(c) != std::string_view::npos;
    link += is_stray ? percent_encode(std::string_view(&c, 1)) : std::string(1, c);
  }
  return link;
}

/// The story as a stranger's program may have it.
Story presentable(Story story) {
  story.event = harmless(story.event);
  story.title = harmless(story.title);
  story.evidence = harmless(story.evidence);
  story.rule = harmless(story.rule);
  story.url = is_usable(story.url) ? encoded(story.url) : std::string();
  return story;
}

Json account_of(const CallListEntry& entry) {
  Json account;
  account["id"] = harmless(entry.id);
  account["name"] = harmless(entry.name);
  account["score"] = entry.score.score;
  account["max_score"] = entry.score.max_score;
  account["rank"] = entry.rank > 0 ? Json(entry.rank) : Json(nullptr);
  return account;
}

}  // namespace

std::string webhook_body(const TriggerNews& news, std::string_view reason) {
  Json data;
  data["reason"] = harmless(reason);
  data["seller"] = harmless(news.seller);
  data["account"] = account_of(news.entry);
  data["event"] = to_json(presentable(news.story));
  if (news.previous) data["previous"] = Json{{"certainty", name_of(*news.previous)}};
  Json body;
  body["type"] = news.previous ? "trigger.updated" : "trigger.detected";
  body["timestamp"] = format_utc(news.at);
  body["data"] = std::move(data);
  return dump(body);
}

std::string webhook_test_body(std::string_view channel, Time now) {
  Json body;
  body["type"] = "webhook.test";
  body["timestamp"] = format_utc(now);
  body["data"]["alert"] = harmless(channel);
  return dump(body);
}

}  // namespace tipoff
