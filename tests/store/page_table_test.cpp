#include "store/page_table.h"

#include "catch.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

std::int64_t article(Database& database, std::uint64_t identity) {
  StoredArticle article;
  article.feed = "https://wire.example/rss";
  article.key.identity = identity;
  article.title = "Halden to merge";
  article.link = "https://wire.example/1";
  return ArticleTable(database).add(article);
}

}  // namespace

TEST_CASE("A page is wanted once, until there is a last word on it", "[store][page]") {
  Database database(":memory:");
  PageTable pages(database);
  CHECK_FALSE(pages.next_due());
  const auto first = article(database, 1);
  const auto second = article(database, 2);
  pages.want(first, noon);
  pages.want(first, noon + 1h);
  pages.want(second, noon + 2h);
  CHECK(pages.next_due() == noon);

  const auto due = pages.due(noon + 1h, 10);
  REQUIRE(due.size() == 1);
  CHECK(due[0].article.id == first);
  CHECK(due[0].article.link == "https://wire.example/1");
  CHECK(due[0].tries == 0);

  pages.later(first, noon + 3h, "the server answered 503");
  CHECK(pages.due(noon + 2h, 10).size() == 1);
  CHECK(pages.due(noon + 3h, 10)[1].tries == 1);
  pages.done(first, PageState::read, "");
  pages.done(second, PageState::headline_only, "the page is behind a paywall");
  CHECK_FALSE(pages.next_due());
  CHECK(pages.state_of(first) == PageState::read);
  CHECK(pages.state_of(second) == PageState::headline_only);
  CHECK_FALSE(pages.state_of(99));
}

TEST_CASE("An event whose article is behind a paywall says so", "[store][page]") {
  Database database(":memory:");
  PageTable pages(database);
  const auto id = article(database, 1);
  SQLite::Statement(
      database.connection(),
      "INSERT INTO story (id, account, event, certainty, standing, happened_at, seen_at, "
      "told_at, shown_at, confidence, rule, evidence, title, url, sources, fingerprints) "
      "VALUES (7, 'a', 'merger', 1, 0, 0, 0, 0, 0, 1, '', '', '', '', 1, x'')")
      .exec();
  SQLite::Statement report(
      database.connection(),
      "INSERT INTO report (story, article, feed, event, certainty, confidence, rule, "
      "evidence, title, url, seen_at, fingerprint, ambiguous, alertable) "
      "VALUES (7, ?, 1, 'merger', 1, 1, '', '', '', '', 0, 0, 0, 0)");
  report.bind(1, id);
  report.exec();
  CHECK(pages.note_of_story(7).empty());
  pages.want(id, noon);
  pages.done(id, PageState::headline_only, "the page is behind a paywall");
  CHECK(pages.note_of_story(7) == "headline only: the page is behind a paywall");
}

}  // namespace tipoff
