// Ingest: what a feed answered, taken in: articles, stories, the changes owed to publish, and the
// feed's state.
#pragma once

#include <map>
#include <set>
#include <string>

#include "cluster/story.h"
#include "fetch/poll.h"
#include "pipeline/assembly.h"
#include "pipeline/feed_alarm.h"
#include "store/article_table.h"
#include "store/database.h"
#include "store/feed_table.h"
#include "store/feed_tally.h"
#include "store/judgement_table.h"
#include "store/page_table.h"
#include "store/push_table.h"
#include "store/story_table.h"
#include "store/subscription_table.h"

namespace tipoff {

struct FeedAnswer {
  const Feed* feed = nullptr;
  FeedState state;  // as it was when the feed was asked
  PollOutcome outcome;
};

struct Ingested {
  FeedState state;  // as it is now
  PollKind kind = PollKind::failed;
  int articles = 0;  // new ones
  int edited = 0;
  int mentions = 0;
  std::map<std::string, int> events;  // new stories and new states, by event type
};

/// All or nothing per feed: each take() and take_push() is a savepoint in the caller's transaction.
class Ingest {
 public:
  Ingest(const Assembly& assembly, Database& database);

  /// `chance` in [0, 1) is the schedule's jitter.
  [[nodiscard]] Ingested take(const FeedAnswer& answer, double chance, Time now);

  /// What a hub has sent, read as if the feed had been polled; its row goes with it. The feed's
  /// state, its baseline too, stays as the last poll left it.
  [[nodiscard]] Ingested take_push(const Feed& feed, const StoredPush& push, Time now);

 private:
  struct Origin;
  [[nodiscard]] Origin origin_of(const Feed& feed, const FeedState& state,
                                 const FeedDocument& document, Time now) const;
  /// Entries that are stored under another key, for an id that they share with others came or went.
  [[nodiscard]] std::set<std::size_t> moved_articles(
      const Origin& origin, const FeedDocument& document,
      const std::map<std::uint64_t, ArticleTable::Known>& known) const;
  void take_document(const Origin& origin, const FeedDocument& document, Ingested& result);
  void take_article(const Origin& origin, const Article& article, const StoredArticle& stored,
                    bool is_new, Ingested& result);

  const Assembly& assembly_;
  Database& database_;
  FeedTable feeds_;
  ArticleTable articles_;
  StoryTable stories_;
  JudgementTable judgements_;
  SubscriptionTable subscriptions_;
  PushTable pushes_;
  FeedTallyTable tallies_;
  FeedAlarm alarm_;
  PageTable pages_;
};

}  // namespace tipoff
