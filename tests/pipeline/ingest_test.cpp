#include "pipeline/ingest.h"

#include <algorithm>

#include "catch.h"
#include "fakes/subscribed_newsroom.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

FeedAnswer answered(const fakes::Newsroom& newsroom, const std::string& body) {
  FeedAnswer answer;
  answer.feed = &newsroom.assembly->feeds.front();
  answer.outcome.kind = PollKind::news;
  answer.outcome.body = body;
  answer.outcome.url = answer.feed->url;
  answer.outcome.etag = "\"1\"";
  return answer;
}

std::string rss(const std::string& items) {
  return "<rss version=\"2.0\"><channel><title>W</title>" + items + "</channel></rss>";
}

}  // namespace

TEST_CASE("A feed's articles, stories and validators are stored together or not at all",
          "[ingest]") {
  fakes::Newsroom newsroom;
  const std::string url = newsroom.assembly->feeds.front().url;
  const auto body =
      rss("<item><guid>1</guid><title>Orbax Controls to acquire Tindle Valves</title></item>");
  {
    auto transaction = newsroom.database->begin();
    const auto ingested = Ingest(*newsroom.assembly, *newsroom.database)
                              .take(answered(newsroom, body), 0, newsroom.clock.now());
    CHECK(ingested.articles == 1);
    CHECK(ingested.events.at("acquisition") == 1);
  }  // rolled back

  CHECK(ArticleTable(*newsroom.database).count() == 0);
  CHECK(newsroom.stories().empty());
  CHECK(FeedTable(*newsroom.database).find(url).etag.empty());

  auto transaction = newsroom.database->begin();
  (void)Ingest(*newsroom.assembly, *newsroom.database)
      .take(answered(newsroom, body), 0, newsroom.clock.now());
  transaction.commit();

  CHECK(ArticleTable(*newsroom.database).count() == 1);
  CHECK(newsroom.stories().size() == 1);
  CHECK(StoryTable(*newsroom.database).owed_changes().size() == 1);
  CHECK(FeedTable(*newsroom.database).find(url).etag == "\"1\"");
}

TEST_CASE("Bytes that are no feed are a failure of that feed, with its reason", "[ingest]") {
  fakes::Newsroom newsroom;
  auto transaction = newsroom.database->begin();

  const auto ingested =
      Ingest(*newsroom.assembly, *newsroom.database)
          .take(answered(newsroom, "<html><p>Be back soon</p></html>"), 0, newsroom.clock.now());

  CHECK(ingested.kind == PollKind::failed);
  CHECK(ingested.state.failures_in_a_row == 1);
  CHECK_FALSE(ingested.state.failure.empty());
  CHECK_FALSE(ingested.state.had_baseline);
}

TEST_CASE("An edited article is looked at again, and does not alert", "[ingest]") {
  fakes::Newsroom newsroom;
  auto transaction = newsroom.database->begin();
  Ingest ingest(*newsroom.assembly, *newsroom.database);
  auto first =
      answered(newsroom, rss("<item><guid>1</guid><title>Orbax Controls reports</title></item>"));
  first.state.had_baseline = true;
  (void)ingest.take(std::move(first), 0, newsroom.clock.now());
  REQUIRE(newsroom.stories().empty());

  auto edited = answered(
      newsroom,
      rss("<item><guid>1</guid><title>Orbax Controls to acquire Tindle Valves</title></item>"));
  edited.state.had_baseline = true;
  const auto ingested = ingest.take(std::move(edited), 0, newsroom.clock.now());

  CHECK(ingested.edited == 1);
  CHECK(ingested.articles == 0);
  CHECK(newsroom.stories().size() == 1);
  REQUIRE(StoryTable(*newsroom.database).owed_changes().size() == 1);
  CHECK_FALSE(StoryTable(*newsroom.database).owed_changes()[0].alertable);
}

TEST_CASE("An article that stands twice in a document is one", "[ingest]") {
  fakes::Newsroom newsroom;
  auto transaction = newsroom.database->begin();
  const std::string item =
      "<item><guid>1</guid><title>Orbax Controls "
      "reports</title><link>https://wire.example/1</link></item>";

  const auto ingested = Ingest(*newsroom.assembly, *newsroom.database)
                            .take(answered(newsroom, rss(item + item)), 0, newsroom.clock.now());

  CHECK(ingested.articles == 1);
}

TEST_CASE("A pushed document is taken in like a polled one, and leaves the feed's state alone",
          "[ingest][push]") {
  fakes::SubscribedNewsroom scene;
  auto& newsroom = scene.newsroom;
  const Feed& feed = newsroom.assembly->feeds.front();
  FeedState polled;
  polled.etag = "\"1\"";
  polled.had_baseline = true;
  polled.next_due = newsroom.clock.now() + 1h;
  FeedTable(*newsroom.database).save(feed.url, polled);
  StoredPush push;
  push.feed = feed.url;
  push.topic = feed.url;
  push.body = rss(fakes::SubscribedNewsroom::item("1", "Orbax Controls to acquire Tindle Valves"));
  push.received_at = newsroom.clock.now();
  PushTable pushes(*newsroom.database);
  REQUIRE(pushes.add(push));

  auto transaction = newsroom.database->begin();
  const auto ingested = Ingest(*newsroom.assembly, *newsroom.database)
                            .take_push(feed, pushes.oldest({}).front(), newsroom.clock.now());
  transaction.commit();

  CHECK(ingested.kind == PollKind::news);
  CHECK(ingested.articles == 1);
  REQUIRE(StoryTable(*newsroom.database).owed_changes().size() == 1);
  CHECK(StoryTable(*newsroom.database).owed_changes()[0].alertable);
  CHECK(FeedTable(*newsroom.database).find(feed.url) == polled);
  CHECK(pushes.count() == 0);
}

TEST_CASE("What is pushed before the first poll is of the baseline, and alerts nobody",
          "[ingest][push]") {
  fakes::SubscribedNewsroom scene;
  auto& newsroom = scene.newsroom;
  StoredPush push;
  push.body = rss(fakes::SubscribedNewsroom::item("1", "Orbax Controls to acquire Tindle Valves"));
  auto transaction = newsroom.database->begin();
  Ingest ingest(*newsroom.assembly, *newsroom.database);
  (void)ingest.take_push(newsroom.assembly->feeds.front(), push, newsroom.clock.now());
  REQUIRE(StoryTable(*newsroom.database).owed_changes().size() == 1);
  CHECK_FALSE(StoryTable(*newsroom.database).owed_changes()[0].alertable);
}

TEST_CASE("A document that names a hub is subscribed to, where push is on", "[ingest][push]") {
  const bool is_on = GENERATE(true, false);
  fakes::SubscribedNewsroom scene(is_on ? fakes::SubscribedNewsroom::callback_line() : "");
  auto answer = answered(
      scene.newsroom,
      "<rss><channel><atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' "
      "href='https://wire.example/rss'/></channel></rss>");
  auto transaction = scene.newsroom.database->begin();
  (void)Ingest(*scene.newsroom.assembly, *scene.newsroom.database)
      .take(answer, 0, scene.newsroom.clock.now());
  CHECK(scene.table.all().size() == (is_on ? 1 : 0));
}

TEST_CASE("An entry whose twin comes or goes is no new article", "[ingest]") {
  fakes::Newsroom newsroom;
  auto transaction = newsroom.database->begin();
  Ingest ingest(*newsroom.assembly, *newsroom.database);
  const auto take = [&](const std::string& items) {
    auto answer = answered(newsroom, rss(items));
    answer.state.had_baseline = true;
    return ingest.take(std::move(answer), 0, newsroom.clock.now()).articles;
  };
  const std::string one = "<item><guid>1</guid><title>Orbax Controls reports</title></item>";
  const std::string twin = "<item><guid>1</guid><title>Tindle Valves reports</title></item>";

  CHECK(take(one) == 1);
  CHECK(take(twin + one) == 1);
  CHECK(take(twin) == 0);
  CHECK(take(one) == 0);
}

TEST_CASE("A guid means an article within its feed only", "[ingest]") {
  fakes::Newsroom newsroom;
  newsroom.feed("https://wire.example/rss", {{"1", "Orbax Controls reports", 1h}});
  newsroom.feed("https://press.example/rss", {{"1", "Tindle Valves reports", 1h}});
  newsroom.once();
  CHECK(ArticleTable(*newsroom.database).count() == 2);
}

TEST_CASE("A news search whose guids and links change at every fetch brings an article once",
          "[ingest]") {
  fakes::Newsroom newsroom;
  auto transaction = newsroom.database->begin();
  Ingest ingest(*newsroom.assembly, *newsroom.database);
  const auto take = [&](const std::string& number, const std::string& publisher) {
    const std::string address = "https://news.google.com/rss/articles/CB" + number;
    auto answer = answered(
        newsroom,
        rss("<item><guid isPermaLink=\"false\">CB" + number + "</guid><link>" + address +
            "</link><title>Orbax Controls to acquire Tindle Valves - " + publisher +
            "</title><source url=\"https://tidings.example\">" + publisher + "</source></item>"));
    answer.state.had_baseline = true;
    return ingest.take(std::move(answer), 0, newsroom.clock.now());
  };

  CHECK(take("1", "The Tidings").articles == 1);
  CHECK(take("2", "The Tidings").articles == 0);
  const auto renamed = take("3", "Tidings Online");
  CHECK(renamed.articles == 0);
  CHECK(renamed.edited == 1);
  CHECK(newsroom.stories().size() == 1);
  const auto changes = StoryTable(*newsroom.database).owed_changes();
  CHECK(std::count_if(changes.begin(), changes.end(),
                      [](const auto& change) { return change.alertable; }) == 1);
}

}  // namespace tipoff
