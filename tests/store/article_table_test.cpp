// What was read is nothing new the next time.
#include "store/article_table.h"

#include "catch.h"
#include "fakes/temporary_folder.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const std::string wire = "https://wire.example/rss";

StoredArticle article(std::uint64_t identity, std::uint64_t content = 1,
                      const std::string& feed = wire) {
  StoredArticle stored;
  stored.feed = feed;
  stored.key = {identity, content};
  stored.title = "Quarzwerk buys Lindholm";
  stored.summary = "The price was not named.";
  stored.link = "https://wire.example/1";
  stored.published = Time{1h};
  stored.seen_at = Time{2h};
  return stored;
}

std::vector<ArticleKey> keys(std::initializer_list<std::uint64_t> identities) {
  std::vector<ArticleKey> keys;
  for (const auto identity : identities) keys.push_back({identity, 0});
  return keys;
}

std::string column(Database& database, const std::string& name) {
  return database.connection().execAndGet("SELECT " + name + " FROM article").getString();
}

}  // namespace

TEST_CASE("Of an unknown feed nothing is known", "[store]") {
  Database database(":memory:");
  CHECK(ArticleTable(database).known(wire, keys({1, 2})).empty());
}

TEST_CASE("Known are the identities that were added, with id and content", "[store]") {
  const std::uint64_t high = 0xffffffffffffffff;
  Database database(":memory:");
  ArticleTable articles(database);
  const auto id = articles.add(article(high, high - 1));

  const auto known = articles.known(wire, keys({7, high}));

  REQUIRE(known.size() == 1);
  CHECK(known.at(high).id == id);
  CHECK(known.at(high).content == high - 1);
}

TEST_CASE("The same identity in another feed is another article", "[store]") {
  Database database(":memory:");
  ArticleTable articles(database);
  (void)articles.add(article(7));

  CHECK(articles.known("https://other.example/rss", keys({7})).empty());
  (void)articles.add(article(7, 1, "https://other.example/rss"));
  CHECK(articles.known("https://other.example/rss", keys({7})).size() == 1);
  CHECK(articles.count() == 2);
}

TEST_CASE("An article added twice is one, with its first text", "[store]") {
  Database database(":memory:");
  ArticleTable articles(database);
  const auto id = articles.add(article(7, 1));

  CHECK(articles.add(article(7, 2)) == id);

  CHECK(articles.count() == 1);
  CHECK(articles.known(wire, keys({7})).at(7).content == 1);
}

TEST_CASE("Every article has an id of its own", "[store]") {
  Database database(":memory:");
  ArticleTable articles(database);
  CHECK(articles.add(article(7)) != articles.add(article(8)));
}

TEST_CASE("An edited article has its new text and content, and when it was first seen", "[store]") {
  Database database(":memory:");
  ArticleTable articles(database);
  auto edited = article(7, 1);
  edited.id = articles.add(edited);
  edited.key.content = 2;
  edited.title = "Quarzwerk to buy Lindholm";
  edited.published.reset();
  edited.seen_at = Time{9h};

  articles.edited(edited);

  CHECK(articles.known(wire, keys({7})).at(7).content == 2);
  CHECK(column(database, "title") == "Quarzwerk to buy Lindholm");
  CHECK(column(database, "ifnull(published, 'none')") == "none");
  CHECK(column(database, "seen_at") == "7200");
}

TEST_CASE(
    "Articles and their feed's row go together when the savepoint rolls back, and can be added "
    "again",
    "[store]") {
  Database database(":memory:");
  ArticleTable articles(database);
  auto transaction = database.begin();
  {
    const auto part = database.savepoint();
    (void)articles.add(article(7));
  }
  CHECK(articles.count() == 0);
  (void)articles.add(article(7));
  transaction.commit();
  CHECK(articles.known(wire, keys({7})).size() == 1);
}

TEST_CASE("Articles are there after reopening", "[store]") {
  const fakes::TemporaryFolder scratch;
  {
    Database database(scratch.path() / "tipoff.db");
    (void)ArticleTable(database).add(article(7));
  }
  Database database(scratch.path() / "tipoff.db");
  CHECK(ArticleTable(database).known(wire, keys({7})).size() == 1);
}

TEST_CASE("Articles come back whole, page by page", "[store]") {
  Database database(":memory:");
  ArticleTable articles(database);
  std::vector<std::int64_t> ids;
  for (const std::uint64_t identity : {7, 8, 9}) ids.push_back(articles.add(article(identity)));

  const auto first = articles.after(0, 2);
  const auto second = articles.after(first.back().id, 2);

  REQUIRE(first.size() == 2);
  REQUIRE(second.size() == 1);
  CHECK(second[0].id == ids[2]);
  CHECK(second[0].feed == wire);
  CHECK(second[0].key.identity == 9);
  CHECK(second[0].title == "Quarzwerk buys Lindholm");
  CHECK(second[0].summary == "The price was not named.");
  CHECK(second[0].published == Time{1h});
  CHECK(second[0].seen_at == Time{2h});
  CHECK(articles.after(ids[2], 2).empty());
}

TEST_CASE("Of a long text so much is kept as ends between two characters", "[store]") {
  CHECK(kept_summary("short") == "short");
  CHECK(kept_summary(std::string(3000, 'x')) == std::string(2000, 'x'));
  std::string chinese;
  for (int i = 0; i < 1000; ++i) chinese += "购";
  CHECK(kept_summary(chinese) == chinese.substr(0, 1998));
}

}  // namespace tipoff
