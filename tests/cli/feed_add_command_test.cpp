// `tipoff feed add` against a scripted network.
#include "cli/feed_add_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "parse/opml.h"
#include "store/feed_table.h"

namespace tipoff {
namespace {

std::string rss(int items, const std::string& title = "Nordwire & Co") {
  std::string text = "<rss version='2.0'><channel><title>" + title +
                     "</title><link>https://site.example/</link><language>en</language>";
  for (int i = 1; i <= items; ++i)
    text += "<item><title>Headline " + std::to_string(i) +
            "</title><pubDate>Mon, 02 Mar 2026 07:00:00 GMT</pubDate></item>";
  return text + "</channel></rss>";
}

struct AddDesk {
  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()};
  fakes::CommandRun run{newsroom};

  AddDesk() {  // the list does not exist yet
    newsroom.folder.write(
        "tipoff.toml", newsroom.folder.read("tipoff.toml") + "[feeds]\nopml = [\"feeds.opml\"]\n");
  }

  int add(FeedAddArguments arguments) { return add_feed(run.desk, arguments, newsroom.network); }
  [[nodiscard]] std::string list() const { return newsroom.folder.read("feeds.opml"); }
};

}  // namespace

TEST_CASE("A feed is shown with its last five titles and added", "[cli][feeds]") {
  AddDesk desk;
  desk.newsroom.network.answer("https://site.example/rss", 200, rss(8));
  CHECK(desk.add({.url = "site.example/rss", .folder = "Wires"}) == 0);
  const auto said = desk.run.out.str();
  CHECK_THAT(said, Catch::Contains("Nordwire & Co (8 items, en)"));
  CHECK_THAT(said, Catch::Contains("Headline 5") && !Catch::Contains("Headline 6"));
  const auto feeds = read_opml(desk.list());
  REQUIRE(feeds);
  REQUIRE(feeds->size() == 1);
  CHECK(feeds->at(0).xml_url == "https://site.example/rss");
  CHECK(feeds->at(0).html_url == "https://site.example/");
  CHECK(feeds->at(0).language == "en");
  CHECK(feeds->at(0).folders == std::vector<std::string>{"Wires"});
}

TEST_CASE("The first of a page's feeds is taken, or the one that is chosen", "[cli][feeds]") {
  AddDesk desk;
  desk.newsroom.network.answer(
      "https://site.example/", 200,
      "<html><link rel=alternate type=application/rss+xml href=/a.rss title=One>"
      "<link rel=alternate type=application/atom+xml href=/b.atom title=Two></html>",
      {{"content-type", "text/html"}});
  desk.newsroom.network.answer("https://site.example/a.rss", 200, rss(1, "A"));
  desk.newsroom.network.answer("https://site.example/b.atom", 200, rss(1, "B"));
  CHECK(desk.add({.url = "https://site.example/"}) == 0);
  CHECK_THAT(desk.run.out.str(), Catch::Contains("names 2 feeds") && Catch::Contains("--choose N"));
  CHECK_THAT(desk.list(), Catch::Contains("a.rss") && !Catch::Contains("b.atom"));
  CHECK(desk.add({.url = "https://site.example/", .choose = 2}) == 0);
  CHECK_THAT(desk.list(), Catch::Contains("b.atom"));
  CHECK(desk.add({.url = "https://site.example/", .choose = 3}) == 2);
}

TEST_CASE("A feed that stands in a list is refused, by any of its addresses", "[cli][feeds]") {
  AddDesk desk;
  desk.newsroom.network.answer("https://site.example/rss", 200, rss(1));
  REQUIRE(desk.add({.url = "https://site.example/rss"}) == 0);
  const auto before = desk.list();

  CHECK(desk.add({.url = "HTTPS://Site.Example:443/rss"}) == 1);
  CHECK_THAT(desk.run.err.str(), Catch::Contains("feeds.opml has it already: Nordwire & Co"));

  Response moved;
  moved.status = 200;
  moved.body = rss(1);
  moved.url = moved.moved_to = "https://site.example/rss";
  desk.newsroom.network.answer("https://old.example/rss", moved);
  CHECK(desk.add({.url = "https://old.example/rss"}) == 1);

  Response elsewhere;
  elsewhere.status = 200;
  elsewhere.body = rss(1);
  elsewhere.url = "https://site.example/rss";  // a temporary redirect
  desk.newsroom.network.answer("https://short.example/x", elsewhere);
  CHECK(desk.add({.url = "https://short.example/x"}) == 1);

  FeedState state;
  state.moved_to = "https://next.example/rss";
  FeedTable(*desk.newsroom.database).save("https://site.example/rss", state);
  CHECK(desk.add({.url = "https://next.example/rss"}) == 1);
  CHECK_THAT(desk.run.err.str(), Catch::Contains("has moved to this address"));

  CHECK(desk.add({.url = "https://wire.example/rss"}) == 1);
  CHECK_THAT(desk.run.err.str(), Catch::Contains("tipoff.toml has it already"));
  CHECK(desk.list() == before);
}

TEST_CASE("What is no feed is refused with the reason, and nothing is written", "[cli][feeds]") {
  AddDesk desk;
  desk.newsroom.network.answer("https://site.example/", 200, "<html><body>hello</body></html>",
                               {{"content-type", "text/html"}});
  CHECK(desk.add({.url = "https://site.example/"}) == 1);
  CHECK_THAT(desk.run.err.str(), Catch::Contains("names no feed"));
  CHECK(desk.add({.url = "https://nowhere.example/"}) == 1);
  CHECK(desk.add({.url = "ftp://site.example/"}) == 2);
  CHECK(desk.list().empty());
}

TEST_CASE("A dry run looks and writes nothing", "[cli][feeds]") {
  AddDesk desk;
  desk.newsroom.network.answer("https://site.example/rss", 200, rss(1));
  CHECK(desk.add({.url = "https://site.example/rss", .dry_run = true}) == 0);
  CHECK(desk.list().empty());
}

TEST_CASE("A public page leads to no private address", "[cli][feeds]") {
  AddDesk desk;
  desk.newsroom.network.answer(
      "https://site.example/", 200,
      "<html><link rel=alternate type=application/rss+xml href='http://10.0.0.1/rss'></html>",
      {{"content-type", "text/html"}});
  (void)desk.add({.url = "https://site.example/"});
  REQUIRE_FALSE(desk.newsroom.network.asked().empty());
  CHECK(desk.newsroom.network.asked().back().url == "http://10.0.0.1/rss");
  CHECK(desk.newsroom.network.asked().back().addresses == AddressRule::public_only);
}

}  // namespace tipoff
