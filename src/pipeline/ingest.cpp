#include "pipeline/ingest.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>

#include "fetch/rhythm.h"
#include "fetch/schedule.h"
#include "parse/feed_parser.h"
#include "pipeline/hub_choice.h"
#include "pipeline/page_reader.h"
#include "pipeline/report_of.h"
#include "pipeline/take_report.h"
#include "text/url.h"

namespace tipoff {
namespace {

/// Feeds stand newest first; stories are told oldest first.
std::vector<std::size_t> oldest_first(const std::vector<Article>& entries, Time now) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.rbegin(), order.rend(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return entries[a].published.value_or(now) < entries[b].published.value_or(now);
  });
  return order;
}

/// The rest of it: bodies are large, and only read.
PollOutcome without_body(const PollOutcome& outcome) {
  PollOutcome rest;
  rest.kind = outcome.kind;
  rest.content_type = outcome.content_type;
  rest.url = outcome.url;
  rest.etag = outcome.etag;
  rest.last_modified = outcome.last_modified;
  rest.moved_to = outcome.moved_to;
  rest.retry_after = outcome.retry_after;
  rest.fresh_for = outcome.fresh_for;
  rest.failure = outcome.failure;
  rest.hints = outcome.hints;
  rest.rhythm = outcome.rhythm;
  rest.links = outcome.links;
  return rest;
}

std::vector<Time> dates_of(const FeedDocument& document) {
  std::vector<Time> dates;
  for (const Article& article : document.entries)
    if (article.published) dates.push_back(*article.published);
  return dates;
}

}  // namespace

struct Ingest::Origin {
  const Feed& feed;
  std::string language;
  bool is_first;  // fetch of the feed
  bool baseline;  // such a one, that stores and scores, but alerts nothing
  Time now;
};

Ingest::Ingest(const Assembly& assembly, Database& database)
    : assembly_(assembly),
      database_(database),
      feeds_(database),
      articles_(database),
      stories_(database),
      judgements_(database),
      subscriptions_(database),
      pushes_(database),
      tallies_(database),
      alarm_(assembly, database),
      pages_(database) {}

Ingested Ingest::take(const FeedAnswer& answer, double chance, Time now) {
  Ingested result;
  PollOutcome outcome = without_body(answer.outcome);
  std::optional<SQLite::Savepoint> savepoint;  // what is one statement is whole by itself
  if (outcome.kind != PollKind::not_modified || answer.state.failures_in_a_row > 0 ||
      !answer.feed->searched_account.empty())
    savepoint.emplace(database_.connection(), "part");
  if (outcome.kind == PollKind::news) {
    const auto document = parse_feed(
        answer.outcome.body, {.base_url = outcome.url, .content_type = outcome.content_type});
    if (document) {
      const Origin origin = origin_of(*answer.feed, answer.state, *document, now);
      outcome.hints = document->hints;
      outcome.rhythm = rhythm_of(dates_of(*document), now);
      take_document(origin, *document, result);
      if (assembly_.settings.push.is_on())
        follow_hubs(subscriptions_, *answer.feed, stronger(outcome.links, document->links),
                    assembly_.settings.push, now);
    } else {
      outcome = failed_outcome(std::move(outcome), document.error().message);
    }
  }
  result.kind = outcome.kind;
  outcome.pushed =
      assembly_.settings.push.is_on() && is_pushed(subscriptions_, answer.feed->url, now);
  const bool first = !answer.state.had_baseline && outcome.kind == PollKind::news;
  if (first || result.articles > 0)
    tallies_.add(answer.feed->url, now, first ? 0 : result.articles);
  result.state = reschedule(answer.state, *answer.feed, outcome, chance, now);
  feeds_.save(answer.feed->url, result.state);
  alarm_.note(*answer.feed, answer.state, result.state, now);
  if (savepoint) savepoint->release();
  return result;
}

Ingested Ingest::take_push(const Feed& feed, const StoredPush& push, Time now) {
  Ingested result;
  auto savepoint = database_.savepoint();
  const auto document =
      parse_feed(push.body, {.base_url = push.topic, .content_type = push.content_type});
  result.state = feeds_.find(feed.url);
  if (document) {
    result.kind = PollKind::news;
    take_document(origin_of(feed, result.state, *document, now), *document, result);
    if (result.state.had_baseline && result.articles > 0)
      tallies_.add(feed.url, now, result.articles);
  } else {
    result.state.failure = document.error().message;
  }
  pushes_.remove(push.id);
  savepoint.release();
  return result;
}

Ingest::Origin Ingest::origin_of(const Feed& feed, const FeedState& state,
                                 const FeedDocument& document, Time now) const {
  return {.feed = feed,
          .language = document.language.empty() ? feed.language : document.language,
          .is_first = !state.had_baseline,
          .baseline = assembly_.settings.baseline && !state.had_baseline,
          .now = now};
}

std::set<std::size_t> Ingest::moved_articles(
    const Origin& origin, const FeedDocument& document,
    const std::map<std::uint64_t, ArticleTable::Known>& known) const {
  std::set<std::size_t> moved;
  if (origin.is_first || known.size() == document.entries.size()) return moved;
  const auto earlier = earlier_keys(document);
  const auto known_earlier = articles_.known(origin.feed.url, earlier);
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    const auto before = known_earlier.find(earlier[i].identity);
    if (before != known_earlier.end() && before->second.content == earlier[i].content)
      moved.insert(i);
  }
  return moved;
}

void Ingest::take_document(const Origin& origin, const FeedDocument& document, Ingested& result) {
  const auto keys = article_keys(document);
  const auto known = articles_.known(origin.feed.url, keys);
  const auto moved = moved_articles(origin, document, known);
  std::set<std::uint64_t> taken;
  for (const std::size_t i : oldest_first(document.entries, origin.now)) {
    const Article& article = document.entries[i];
    if (!taken.insert(keys[i].identity).second) continue;
    const auto before = known.find(keys[i].identity);
    const bool is_new = before == known.end();
    if (is_new && moved.contains(i)) continue;
    if (!is_new && before->second.content == keys[i].content) continue;

    StoredArticle stored{
        .id = is_new ? 0 : before->second.id,
        .feed = origin.feed.url,
        .key = keys[i],
        .title = article.title,
        .summary = kept_summary(article.summary.empty() ? article.content : article.summary),
        .link = article.link,
        .published = article.published,
        .seen_at = origin.now};
    if (is_new)
      stored.id = articles_.add(stored);
    else
      articles_.edited(stored);
    ++(is_new ? result.articles : result.edited);
    take_article(origin, article, stored, is_new, result);
  }
}

void Ingest::take_article(const Origin& origin, const Article& article, const StoredArticle& stored,
                          bool is_new, Ingested& result) {
  const NewsText text = news_text(article, origin.language);
  const auto mentions = assembly_.matcher.find(text, searched_account(assembly_, origin.feed));
  if (mentions.empty()) return;
  result.mentions += static_cast<int>(mentions.size());

  const bool recent =
      !article.published || origin.now - *article.published <= assembly_.settings.max_age;
  if (origin.feed.page && is_new && recent && !origin.baseline && is_headline_only(text) &&
      is_http(stored.link))
    pages_.want(stored.id, origin.now);
  for (const Trigger& trigger : assembly_.detector.detect(text, mentions)) {
    Report report = report_of(trigger, assembly_.accounts[trigger.account.value()], stored, text);
    report.seen_at = origin.now;
    report.alertable = is_new && recent && !origin.baseline;
    if (take_report(stories_, judgements_, report).is_event) ++result.events[report.event];
  }
}

}  // namespace tipoff
