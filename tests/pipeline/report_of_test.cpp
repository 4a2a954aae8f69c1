// Reports made of triggers.
#include "pipeline/report_of.h"

#include "catch.h"
#include "fakes/newsroom.h"

namespace tipoff {

TEST_CASE("A report says what the trigger says, and stands without its article", "[report_of]") {
  Account account;
  account.id = "orbax";
  account.name = "Orbax Controls plc";
  account.aliases = {"Orbax"};
  StoredArticle article;
  article.id = 7;
  article.feed = "https://wire.example/rss";
  article.title = "Orbax to acquire Tindle";
  article.link = "https://wire.example/7";
  article.seen_at = Time{std::chrono::hours{5}};
  Trigger trigger;
  trigger.event = "acquisition";
  trigger.role = Role::acquirer;
  trigger.rule = "acquisition.en.agrees";
  trigger.evidence = "Orbax to acquire";
  trigger.ambiguous = true;

  const auto report =
      report_of(trigger, account, article, {.title = article.title, .body = "", .language = "en"});

  CHECK(report.account == "orbax");
  CHECK(report.names == std::vector<std::string>{"Orbax", "Orbax Controls plc"});
  CHECK(report.role == Role::acquirer);
  CHECK(report.title == article.title);
  CHECK(report.url == article.link);
  CHECK(report.feed == article.feed);
  CHECK(report.article == 7);
  CHECK(report.seen_at == article.seen_at);
  CHECK(report.fingerprint != 0);
  CHECK(report.ambiguous);
}

TEST_CASE("A news search belongs to its account, an ordinary feed to none", "[report_of]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  Feed feed;
  CHECK_FALSE(searched_account(*newsroom.assembly, feed));
  feed.searched_account = "velmar";
  const auto account = searched_account(*newsroom.assembly, feed);
  REQUIRE(account);
  CHECK(newsroom.assembly->accounts[*account].id == "velmar");
  feed.searched_account = "gone";
  CHECK_FALSE(searched_account(*newsroom.assembly, feed));
}

}  // namespace tipoff
