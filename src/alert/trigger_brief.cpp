// Writes what one change of a story says.
#include "alert/trigger_brief.h"

#include "alert/account_rows.h"
#include "alert/links.h"
#include "alert/safe_text.h"
#include "alert/words.h"
#include "rank/why_now.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_title = 120;  // bytes, in a subject

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string event_line(const Story& story, MessageLanguage language) {
  std::string event = sentence(spoken(language, story.event));
  if (story.role)
    event = say(language, "{} (as {})", event, spoken(language, name_of(*story.role)));
  const std::string certainty = spoken(language, name_of(story.certainty));
  const std::string day = day_words(language, story.happened_at);
  return story.sources == 1
             ? say(language, "{}, {}, {}, 1 source", event, certainty, day)
             : say(language, "{}, {}, {}, {} sources", event, certainty, day, story.sources);
}

/// The account's sentence speaks of its best event: any other has its own, and one that is off its
/// headline.
std::string why_now(const TriggerNews& news, MessageLanguage language) {
  const bool live = news.story.certainty != Certainty::denied;
  const auto& events = news.entry.score.events;
  CallListEntry entry = news.entry;
  if (!events.empty() && events.front().id != news.story.id) {
    entry.score.events = {news.story};
    entry.why_now = tipoff::why_now(entry.score);
  }
  const std::string words = live ? why_now_words(entry, language) : std::string();
  return words.empty() ? sentence(news.story.title) : words;
}

void add(std::vector<BriefRow>& rows, std::string label, std::string text, std::string link = "") {
  if (!text.empty()) rows.push_back({std::move(label), std::move(text), std::move(link)});
}

void add(std::vector<BriefRow>& rows, std::vector<BriefRow> more) {
  for (BriefRow& row : more) rows.push_back(std::move(row));
}

}  // namespace

std::string trigger_subject(const TriggerNews& news, MessageLanguage language) {
  const std::string name = safe_line(news.entry.name, longest_title);
  const std::string score = score_in_short(news.entry.score);
  std::string what = safe_line(news.story.title, longest_title);
  if (what.empty()) what = safe_line(spoken(language, news.story.event), longest_title);
  if (!news.previous) return say(language, "{} ({}): {}", name, score, what);
  const std::string state = capitalised(spoken(language, name_of(news.story.certainty)));
  return say(language, "{} ({}): {}: {}", name, score, state, what);
}

BriefItem trigger_item(const DueNews& due, MessageLanguage language) {
  const TriggerNews& news = due.news;
  BriefItem item;
  item.heading = trigger_subject(news, language);
  item.link = source_link(news.story.url);
  const std::string why = why_now(news, language);
  const std::string headline = sentence(news.story.title);
  add(item.rows, say(language, "Why now"), why);
  if (why.find(headline) == std::string::npos && item.heading.find(headline) == std::string::npos)
    add(item.rows, say(language, "Headline"), headline);
  add(item.rows, contact_rows(news.entry, language));
  add(item.rows, say(language, "Evidence"), sentence(news.story.evidence));
  add(item.rows, say(language, "Event"), event_line(news.story, language));
  add(item.rows, say(language, "Score"), standing_words(news.entry, language));
  add(item.rows, say(language, "Owner"), sentence(news.entry.owner));
  add(item.rows, say(language, "Source"), item.link, item.link);
  return item;
}

BriefItem short_item(const DueNews& due, MessageLanguage language) {
  const TriggerNews& news = due.news;
  BriefItem item;
  item.heading = trigger_subject(news, language);
  item.link = source_link(news.story.url);
  add(item.rows, say(language, "Why this message"), retold(language, sentence(due.notice.reason)));
  add(item.rows, say(language, "Event"), event_line(news.story, language));
  add(item.rows, contact_rows(news.entry, language));
  return item;
}

Brief trigger_brief(const DueNews& due, Bundle::Kind kind, MessageLanguage language) {
  Brief brief;
  brief.language = language;
  brief.subject = trigger_subject(due.news, language);
  if (kind == Bundle::Kind::reminder) brief.subject = say(language, "Reminder: {}", brief.subject);
  brief.opening = retold(language, sentence(due.notice.reason));
  brief.sections.push_back({.heading = "", .items = {trigger_item(due, language)}});
  auto points = score_rows(due.news.entry.score, language);
  if (!points.empty())
    brief.sections.push_back({.heading = say(language, "How the score adds up"),
                              .items = {{.heading = "", .link = "", .rows = std::move(points)}}});
  return brief;
}

}  // namespace tipoff
