// Stories, their reports, and the changes that publish owes.
#include "store/story_table.h"

#include "catch.h"
#include "fakes/temporary_folder.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

Story story(const std::string& account, Time happened_at) {
  Story told;
  told.account = account;
  told.event = "acquisition";
  told.role = Role::acquirer;
  told.certainty = Certainty::completed;
  told.standing = Standing::review;
  told.happened_at = happened_at;
  told.seen_at = Time{20h};
  told.told_at = Time{21h};
  told.shown_at = Time{19h};
  told.confidence = 0.875;
  told.rule = "acquisition.en.buys";
  told.evidence = "Quarzwerk buys Lindholm";
  told.title = "Quarzwerk buys Lindholm for 40 million euros";
  told.url = "https://wire.example/1";
  told.sources = 2;
  told.fingerprints = {0xfedcba9876543210, 5};
  told.feeds = {"https://a.example/rss", "https://b.example/rss"};
  return told;
}

Story added(StoryTable& stories, Story told) {
  told.id = stories.add(told);
  return told;
}

Report report(std::int64_t article) {
  Report told;
  told.account = "quarzwerk";
  told.event = "acquisition";
  told.role = Role::target;
  told.certainty = Certainty::rumoured;
  told.confidence = 0.5;
  told.rule = "acquisition.en.talks";
  told.evidence = "in talks to buy Lindholm";
  told.title = "Quarzwerk in talks to buy Lindholm";
  told.url = "https://wire.example/2";
  told.feed = "https://a.example/rss";
  told.published = Time{3h};
  told.seen_at = Time{4h};
  told.fingerprint = 0xfedcba9876543210;
  told.article = article;
  told.ambiguous = true;
  told.alertable = false;
  return told;
}

std::vector<std::int64_t> ids(const std::vector<Story>& stories) {
  std::vector<std::int64_t> found;
  for (const auto& each : stories) found.push_back(each.id);
  return found;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("A story comes back whole, also after reopening", "[store]") {
  const fakes::TemporaryFolder scratch;
  Story kept;
  {
    Database database(scratch.path() / "tipoff.db");
    StoryTable stories(database);
    kept = added(stories, story("quarzwerk", Time{1h}));
    CHECK(stories.find(kept.id) == kept);
  }
  Database database(scratch.path() / "tipoff.db");
  StoryTable stories(database);
  CHECK(stories.find(kept.id) == kept);
  CHECK(stories.of_account("quarzwerk") == std::vector{kept});
  CHECK(stories.list({}) == std::vector{kept});
}

TEST_CASE("A story without role, fingerprints and feeds comes back so", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  Story bare;
  bare.account = "quarzwerk";
  bare = added(stories, bare);
  CHECK(stories.find(bare.id) == bare);
}

TEST_CASE("No story has an id that was never given", "[store]") {
  Database database(":memory:");
  CHECK_FALSE(StoryTable(database).find(1));
}

TEST_CASE("An account's stories come newest first, and nobody else's", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  const auto old = added(stories, story("quarzwerk", Time{1h}));
  const auto latest = added(stories, story("quarzwerk", Time{3h}));
  const auto twin = added(stories, story("quarzwerk", Time{3h}));
  (void)added(stories, story("lindholm", Time{2h}));

  CHECK(ids(stories.of_account("quarzwerk")) == Ids{twin.id, latest.id, old.id});
}

TEST_CASE("Stories are listed newest first, by account, event, time and standing", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  const auto first = added(stories, story("quarzwerk", Time{1h}));
  auto layoffs = story("lindholm", Time{2h});
  layoffs.event = "layoffs";
  layoffs.standing = Standing::counted;
  layoffs = added(stories, layoffs);
  const auto last = added(stories, story("lindholm", Time{3h}));

  CHECK(ids(stories.list({})) == Ids{last.id, layoffs.id, first.id});
  CHECK(ids(stories.list({"lindholm", {}, {}, {}})) == Ids{last.id, layoffs.id});
  CHECK(ids(stories.list({{}, "layoffs", {}, {}})) == Ids{layoffs.id});
  CHECK(ids(stories.list({{}, {}, Time{2h}, {}})) == Ids{last.id, layoffs.id});
  CHECK(ids(stories.list({{}, {}, {}, Standing::review})) == Ids{last.id, first.id});
  CHECK(ids(stories.list({"lindholm", "acquisition", Time{2h}, Standing::review})) == Ids{last.id});
  CHECK(stories.list({"quarzwerk", "layoffs", {}, {}}).empty());
}

TEST_CASE("An updated story has its new values and feeds", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  auto told = added(stories, story("quarzwerk", Time{1h}));
  const auto other = added(stories, story("quarzwerk", Time{1h}));
  told.certainty = Certainty::denied;
  told.role.reset();
  told.standing = Standing::wrong;
  told.told_at = Time{40h};
  told.fingerprints.push_back(9);
  SECTION("one feed more") {
    told.feeds.insert(told.feeds.begin() + 1, "https://aa.example/rss");
  }
  SECTION("one feed less") {
    told.feeds.pop_back();
  }
  SECTION("other feeds") {
    told.feeds = {"https://x.example/rss"};
  }
  told.sources = static_cast<int>(told.feeds.size());

  stories.update(told);

  CHECK(stories.find(told.id) == told);
  CHECK(stories.find(other.id) == other);
}

TEST_CASE("A story's reports come back in the order they came", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  const auto id = added(stories, story("quarzwerk", Time{1h})).id;
  auto second = report(8);
  second.role.reset();
  second.published.reset();
  second.feed = "https://b.example/rss";
  stories.add_report(id, report(7));
  stories.add_report(id, second);

  const auto reports = stories.reports(id);

  REQUIRE(reports.size() == 2);
  CHECK(reports[0].account == "quarzwerk");
  CHECK(reports[0].event == "acquisition");
  CHECK(reports[0].role == Role::target);
  CHECK(reports[0].certainty == Certainty::rumoured);
  CHECK(reports[0].confidence == 0.5);
  CHECK(reports[0].rule == "acquisition.en.talks");
  CHECK(reports[0].evidence == "in talks to buy Lindholm");
  CHECK(reports[0].title == "Quarzwerk in talks to buy Lindholm");
  CHECK(reports[0].url == "https://wire.example/2");
  CHECK(reports[0].feed == "https://a.example/rss");
  CHECK(reports[0].published == Time{3h});
  CHECK(reports[0].seen_at == Time{4h});
  CHECK(reports[0].fingerprint == 0xfedcba9876543210);
  CHECK(reports[0].article == 7);
  CHECK(reports[0].ambiguous);
  CHECK_FALSE(reports[0].alertable);
  CHECK(reports[1].article == 8);
  CHECK_FALSE(reports[1].role);
  CHECK_FALSE(reports[1].published);
  CHECK(reports[1].feed == "https://b.example/rss");
}

TEST_CASE("An article reports a story once, but another story too", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  const auto one = added(stories, story("quarzwerk", Time{1h})).id;
  const auto other = added(stories, story("quarzwerk", Time{1h})).id;
  auto repeated = report(7);
  repeated.title = "edited";
  stories.add_report(one, report(7));
  stories.add_report(one, repeated);
  stories.add_report(other, report(7));

  REQUIRE(stories.reports(one).size() == 1);
  CHECK(stories.reports(one)[0].title == "Quarzwerk in talks to buy Lindholm");
  CHECK(stories.reports(other).size() == 1);
}

TEST_CASE("What people tell, without an article, is never a repetition", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  const auto id = added(stories, story("quarzwerk", Time{1h})).id;
  stories.add_report(id, report(0));
  stories.add_report(id, report(0));
  CHECK(stories.reports(id).size() == 2);
}

TEST_CASE("A report needs its story", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  CHECK_THROWS_AS(stories.add_report(99, report(7)), SQLite::Exception);
}

TEST_CASE("Owed changes come oldest first, several of a story too, until they are done",
          "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  const auto one = added(stories, story("quarzwerk", Time{1h})).id;
  const auto other = added(stories, story("lindholm", Time{1h})).id;
  const auto unchanged = added(stories, story("lindholm", Time{1h})).id;
  const std::vector<StoryChange> changes{
      {other, std::nullopt, true}, {one, std::nullopt, false}, {other, Certainty::rumoured, true}};
  for (const auto& change : changes) stories.owe(change);

  CHECK(stories.owed_changes() == changes);
  CHECK(stories.owes_changes());
  CHECK(stories.owes_state(other));
  CHECK_FALSE(stories.owes_state(unchanged));

  stories.changes_done();
  CHECK(stories.owed_changes().empty());
  CHECK_FALSE(stories.owes_changes());
  CHECK_FALSE(stories.owes_state(other));
}

TEST_CASE("A change that left the state as it was, a source more, owes no state", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  const auto told = added(stories, story("quarzwerk", Time{1h}));

  stories.owe({told.id, told.certainty, true});

  CHECK(stories.owes_changes());
  CHECK_FALSE(stories.owes_state(told.id));
}

TEST_CASE("A savepoint takes back story, report, feed and change together", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  auto transaction = database.begin();
  const auto before = added(stories, story("quarzwerk", Time{1h}));
  {
    const auto part = database.savepoint();
    auto moved = before;
    moved.certainty = Certainty::denied;
    moved.feeds.push_back("https://c.example/rss");
    stories.update(moved);
    stories.add_report(before.id, report(7));
    stories.owe({before.id, Certainty::completed, true});
    (void)stories.add(story("lindholm", Time{1h}));
  }
  transaction.commit();

  CHECK(stories.find(before.id) == before);
  CHECK(stories.reports(before.id).empty());
  CHECK(stories.owed_changes().empty());
  CHECK(stories.list({}).size() == 1);
}

TEST_CASE("A story's standing can be set, and nothing else changes", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  auto told = added(stories, story("quarzwerk", Time{1h}));
  const auto other = added(stories, story("quarzwerk", Time{2h}));

  stories.set_standing(told.id, Standing::wrong);

  told.standing = Standing::wrong;
  CHECK(stories.find(told.id) == told);
  CHECK(stories.find(other.id) == other);
}

TEST_CASE("Accounts owed a score are owed it once, until changes are done", "[store]") {
  Database database(":memory:");
  StoryTable stories(database);
  stories.owe_score("velmar");
  stories.owe_score("quarzwerk");
  stories.owe_score("velmar");
  CHECK(stories.owes_changes());
  CHECK(stories.owed_scores() == std::vector<std::string>{"quarzwerk", "velmar"});

  stories.changes_done();

  CHECK(stories.owed_scores().empty());
  CHECK_FALSE(stories.owes_changes());
}

}  // namespace tipoff
