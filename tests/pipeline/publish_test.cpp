#include "pipeline/publish.h"

#include "catch.h"
#include "fakes/newsroom.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

std::int64_t add_layoffs(fakes::Newsroom& newsroom, bool alertable) {
  Story story;
  story.account = "velmar";
  story.event = "layoffs";
  story.happened_at = newsroom.clock.now();
  story.seen_at = newsroom.clock.now();
  story.title = "Velmar Foods to cut 300 jobs";
  StoryTable stories(*newsroom.database);
  const auto id = stories.add(story);
  stories.owe({.story = id, .previous = std::nullopt, .alertable = alertable});
  return id;
}

}  // namespace

TEST_CASE("Scores, list version and alerts owed are one transaction", "[publish]") {
  fakes::Newsroom newsroom;
  Publisher publisher(*newsroom.assembly, *newsroom.database);
  REQUIRE(publisher.publish(newsroom.clock.now(), true).versions == 1);
  add_layoffs(newsroom, true);

  const auto published = publisher.publish(newsroom.clock.now(), true);

  CHECK(published.changes == 1);
  CHECK(published.versions == 1);
  CHECK(published.owed == 1);
  CHECK(newsroom.list().entries[0].id == "velmar");
  CHECK_FALSE(StoryTable(*newsroom.database).owes_changes());
  CHECK_FALSE(publisher.is_due(newsroom.clock.now(), true));
}

TEST_CASE("A list that may not be published yet stays owed, while its alert does not wait",
          "[publish]") {
  fakes::Newsroom newsroom;
  Publisher publisher(*newsroom.assembly, *newsroom.database);
  (void)publisher.publish(newsroom.clock.now(), true);
  add_layoffs(newsroom, true);

  const auto first = publisher.publish(newsroom.clock.now(), false);
  CHECK(first.owed == 1);
  CHECK(first.versions == 0);
  CHECK(newsroom.list().version == 1);
  CHECK_FALSE(publisher.is_due(newsroom.clock.now(), false));
  CHECK(publisher.is_due(newsroom.clock.now(), true));

  CHECK(publisher.publish(newsroom.clock.now(), true).versions == 1);
  CHECK(newsroom.list().version == 2);
  CHECK(newsroom.outbox().size() == 1);
}

TEST_CASE("Changes of one story that wait together are told as one", "[publish]") {
  fakes::Newsroom newsroom;
  Publisher publisher(*newsroom.assembly, *newsroom.database);
  (void)publisher.publish(newsroom.clock.now(), true);
  const auto id = add_layoffs(newsroom, false);
  StoryTable stories(*newsroom.database);
  auto story = stories.find(id).value();
  story.certainty = Certainty::completed;
  stories.update(story);
  stories.owe({.story = id, .previous = Certainty::announced, .alertable = true});

  CHECK(publisher.publish(newsroom.clock.now(), true).owed == 1);

  REQUIRE(newsroom.outbox().size() == 1);
  CHECK_THAT(newsroom.outbox()[0].body,
             Catch::Contains("trigger.detected") && Catch::Contains("\"completed\""));
}

TEST_CASE("What did not change gives no new version, after a restart either", "[publish]") {
  fakes::Newsroom newsroom;
  REQUIRE(Publisher(*newsroom.assembly, *newsroom.database)
              .publish(newsroom.clock.now(), true)
              .versions == 1);
  newsroom.clock.advance(24h);

  CHECK(Publisher(*newsroom.assembly, *newsroom.database)
            .publish(newsroom.clock.now(), true)
            .versions == 0);
  CHECK(newsroom.list().version == 1);
}

TEST_CASE("A list file that was lost is written again at the next start", "[publish]") {
  fakes::Newsroom newsroom;
  Publisher publisher(*newsroom.assembly, *newsroom.database);
  (void)publisher.publish(newsroom.clock.now(), true);
  publisher.write_files();
  const auto bytes = newsroom.folder.read("call-list.json");
  REQUIRE_FALSE(bytes.empty());
  std::filesystem::remove(newsroom.folder.path() / "call-list.json");

  Publisher(*newsroom.assembly, *newsroom.database).write_files();

  CHECK(newsroom.folder.read("call-list.json") == bytes);
}

TEST_CASE("An account that is owed a score gets it, though none of its stories changed",
          "[publish]") {
  fakes::Newsroom newsroom;
  const auto id = add_layoffs(newsroom, false);
  Publisher publisher(*newsroom.assembly, *newsroom.database);
  (void)publisher.publish(newsroom.clock.now(), true);
  const int before = newsroom.list().entries[0].score.score;
  StoryTable stories(*newsroom.database);
  stories.set_standing(id, Standing::wrong);
  stories.owe_score("velmar");

  CHECK(publisher.is_due(newsroom.clock.now(), true));
  CHECK(publisher.publish(newsroom.clock.now(), true).versions == 1);

  CHECK(newsroom.list().entries[0].score.score < before);
  CHECK_FALSE(publisher.is_due(newsroom.clock.now(), true));
}

}  // namespace tipoff
