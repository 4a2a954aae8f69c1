// A trouble is a row from the first failure to the next answer.
#include "pipeline/feed_alarm.h"

#include <algorithm>

#include "text/url.h"

namespace tipoff {
namespace {

FeedNews news_of(const Feed& feed, const FeedTrouble& trouble, Time now) {
  FeedNews news;
  news.source = trouble_source(feed);
  news.url = feed.url;
  news.title = feed.title;
  if (!feed.searched_account.empty()) {
    const std::string host = host_of(feed.url);
    news.url = feed.url.substr(0, feed.url.find("://") + 3) + host + "/";
    news.title = "News searches at " + host;
  }
  news.failing_since = trouble.since;
  news.at = now;
  return news;
}

}  // namespace

std::string trouble_source(const Feed& feed) {
  return feed.searched_account.empty() ? feed.url : "search:" + host_of(feed.url);
}

FeedAlarm::FeedAlarm(const Assembly& assembly, Database& database)
    : assembly_(assembly), troubles_(database), outbox_(database) {
  latest_success_ = troubles_.latest_success().value_or(Time{});
}

void FeedAlarm::note(const Feed& feed, const FeedState& before, const FeedState& after, Time now) {
  if (after.failures_in_a_row > 0) return failed(feed, after, now);
  latest_success_ = std::max(latest_success_, now);
  if (before.failures_in_a_row > 0 || before.parked || !feed.searched_account.empty())
    answered(feed, now);
}

void FeedAlarm::failed(const Feed& feed, const FeedState& state, Time now) {
  const std::string source = trouble_source(feed);
  auto trouble = troubles_.find(source);
  if (!trouble) {
    troubles_.begin(source, now);
    trouble = FeedTrouble{.since = now, .told_at = std::nullopt};
  }
  if (trouble->told_at) return;
  const FeedAlarmRule& rule = assembly_.settings.feed_alarm;
  const bool gone = state.parked && feed.searched_account.empty();
  const bool long_enough =
      state.failures_in_a_row >= rule.failures && now - trouble->since >= rule.time;
  if (!gone && !long_enough) return;
  const bool nothing_answers = latest_success_ < trouble->since;
  if (nothing_answers && !gone && troubles_.any_told_since(latest_success_)) return;

  FeedNews news = news_of(feed, *trouble, now);
  news.gone = gone;
  news.nothing_answers = nothing_answers && assembly_.feeds.size() > 1;
  news.failures_in_a_row = state.failures_in_a_row;
  news.reason = state.failure;
  news.last_success = state.last_success;
  if (!state.parked) news.next_try = state.next_due;
  troubles_.told(source, now);
  owe(news);
}

void FeedAlarm::answered(const Feed& feed, Time now) {
  const std::string source = trouble_source(feed);
  const auto trouble = troubles_.find(source);
  if (!trouble) return;
  troubles_.end(source);
  if (!trouble->told_at) return;
  FeedNews news = news_of(feed, *trouble, now);
  news.recovered = true;
  owe(news);
}

void FeedAlarm::owe(const FeedNews& news) {
  for (const Channel& channel : assembly_.settings.channels) {
    for (const OutboundMessage& message : messages_for(channel, news)) {
      const bool nobody_knew =
          news.recovered && outbox_.take_back(message.channel, message.recipient, message.topic);
      if (!nobody_knew) outbox_.owe(message);
    }
  }
}

}  // namespace tipoff
