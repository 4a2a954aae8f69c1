// Which articles are the same at the next fetch, by the misfortunes of real feeds.
#include "parse/identity.h"

#include "catch.h"

namespace tipoff {
namespace {

Article article(std::string id, std::string link, std::string title) {
  Article made;
  made.id = std::move(id);
  made.link = std::move(link);
  made.title = std::move(title);
  return made;
}

std::vector<ArticleKey> keys_of(std::vector<Article> entries) {
  FeedDocument document;
  document.entries = std::move(entries);
  return article_keys(document);
}

std::uint64_t identity_of(const Article& one) {
  return keys_of({one})[0].identity;
}

}  // namespace

TEST_CASE("An edited article keeps its identity and changes its content", "[parse][identity]") {
  const auto before = keys_of({article("17", "https://n.example/a", "Nordwerk to buy Altbau")})[0];
  const auto after = keys_of({article("17", "https://n.example/a?v=2", "Nordwerk buys Altbau")})[0];
  CHECK(before.identity == after.identity);
  CHECK(before.content != after.content);
}

TEST_CASE("Entries that share an id within a document are told apart by link and title",
          "[parse][identity]") {
  const auto keys = keys_of({article("urn:filing:1", "https://r.example/1", "8-K Nordwerk (Filer)"),
                             article("urn:filing:1", "https://r.example/2", "8-K Altbau (Subject)"),
                             article("urn:filing:2", "https://r.example/3", "8-K Ostwerk")});
  CHECK(keys[0].identity != keys[1].identity);
  CHECK(keys[2].identity ==
        identity_of(article("urn:filing:2", "https://r.example/4", "8-K/A Ostwerk")));
}

TEST_CASE("A filing keeps its identity when its twin has scrolled out of the feed",
          "[parse][identity]") {
  const Article filer =
      article("urn:tag:sec.gov,2008:accession-number=9-1", "https://r.example/1", "4 - Nordwerk");
  const Article owner =
      article("urn:tag:sec.gov,2008:accession-number=9-1", "https://r.example/2", "4 - Muster A.");
  CHECK(keys_of({filer, owner})[0].identity == identity_of(filer));
}

TEST_CASE("A news search that changes guid and link at each fetch is known by title and source",
          "[parse][identity]") {
  auto monday = article("CBMi1", "https://news.google.com/rss/articles/CBMi1?oc=5",
                        "Nordwerk buys Altbau - The Tidings");
  monday.source = "https://tidings.example";
  auto tuesday = article("CBMi2", "https://news.google.com/rss/articles/CBMi2?oc=5",
                         "Nordwerk buys Altbau - Tidings Online");
  tuesday.source = "https://tidings.example/";
  CHECK(identity_of(monday) == identity_of(tuesday));

  auto other_title = monday;
  other_title.title = "Nordwerk - a portrait - The Tidings";
  CHECK(identity_of(monday) != identity_of(other_title));
  auto other_source = monday;
  other_source.source = "https://herald.example";
  CHECK(identity_of(monday) != identity_of(other_source));
}

TEST_CASE("The name behind the title is the source where none is given", "[parse][identity]") {
  const std::string link = "https://news.google.com/rss/articles/";
  CHECK(identity_of(article("1", link + "1", "Results for the year - Nordwerk")) ==
        identity_of(article("2", link + "2", "Results for the year - Nordwerk")));
  CHECK(identity_of(article("1", link + "1", "Results for the year - Nordwerk")) !=
        identity_of(article("2", link + "2", "Results for the year - Altbau")));
}

TEST_CASE("An entry is known by its earlier key when its twin has come or gone",
          "[parse][identity]") {
  for (const std::string id : {"17", ""}) {
    CAPTURE(id);
    FeedDocument both;
    both.entries = {article(id, "https://n.example/", "Nordwerk buys Altbau"),
                    article(id, "https://n.example/", "Ostwerk sells Neubau")};
    FeedDocument one;
    one.entries = {both.entries[0]};
    CHECK(article_keys(one)[0].identity != article_keys(both)[0].identity);
    CHECK(earlier_keys(one)[0].identity == article_keys(both)[0].identity);
    CHECK(earlier_keys(both)[0].identity == article_keys(one)[0].identity);
    CHECK(earlier_keys(one)[0].content == article_keys(both)[0].content);
    CHECK(earlier_keys(both)[1].content != article_keys(one)[0].content);
  }
}

TEST_CASE("Without an id the link serves, and an edited title changes nothing",
          "[parse][identity]") {
  CHECK(identity_of(article("", "https://n.example/a", "before")) ==
        identity_of(article("", "https://n.example/a", "after")));
  const auto keys =
      keys_of({article("", "https://n.example/", "one"), article("", "https://n.example/", "two")});
  CHECK(keys[0].identity != keys[1].identity);
}

TEST_CASE("Keys are stored, so they are the same on every machine and in every version",
          "[parse][identity]") {
  const auto key = keys_of({article("17", "https://n.example/a", "Nordwerk")})[0];
  CHECK(key.identity == 0xA23BAA643B676212U);
  CHECK(key.content == 0xB660F248E4F43362U);
}

TEST_CASE("An empty document has no keys", "[parse][identity]") {
  CHECK(keys_of({}).empty());
}

}  // namespace tipoff
