// Pages of articles whose feed has only a headline.
#include "pipeline/page_reader.h"

#include "catch.h"
#include "fakes/newsroom.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

const std::string feed = "https://pages.example/rss";
const std::string link = "https://wire.example/2";  // as the newsroom's items have it
const std::string robots = "https://wire.example/robots.txt";

/// A feed that may have its pages read, past its first fetch, in which a headline names Orbax.
struct PageDesk {
  fakes::Newsroom newsroom{"[[feeds.feed]]\nurl = \"" + feed + "\"\npage = true\n",
                           fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()};

  PageDesk() {
    newsroom.feed(feed, {{.id = "1", .title = "Nothing of note", .age = 1h}});
    newsroom.network.answer(robots, 404, "");
    newsroom.once();
  }
  void headline(const std::string& title = "Big plans at Orbax Controls plc") {
    newsroom.feed(feed, {{.id = "2", .title = title, .age = 1h}});
    newsroom.once();
  }
  void page(const std::string& text, const std::string& head = "") {
    newsroom.network.answer(
        link, 200, "<html><head>" + head + "</head><body><p>" + text + "</p></body></html>",
        {{"content-type", "text/html"}});
  }
  [[nodiscard]] int asked(const std::string& url) const {
    return static_cast<int>(std::ranges::count(newsroom.network.asked(), url, &Request::url));
  }
  [[nodiscard]] std::optional<PageState> state() {
    return PageTable(*newsroom.database).state_of(2);
  }
};

const std::string article =
    "Orbax Controls plc said on Monday that it is to acquire Tindle Valves for 40 million euros in "
    "cash. The board of the company met on Sunday night, it said, and will pay for the maker of "
    "valves from its own funds.";

}  // namespace

TEST_CASE("An event that only the page tells is found, and may alert", "[page]") {
  PageDesk desk;
  desk.page(article);
  desk.headline();
  REQUIRE(desk.newsroom.stories().size() == 1);
  CHECK(desk.newsroom.stories()[0].event == "acquisition");
  CHECK(desk.newsroom.outbox().size() == 1);
  CHECK(desk.state() == PageState::read);
  CHECK(desk.asked(robots) == 1);
  const auto stored = ArticleTable(*desk.newsroom.database).after(1, 1);
  CHECK_THAT(stored.at(0).summary, Catch::StartsWith("Orbax Controls plc said"));

  desk.newsroom.once();
  CHECK(desk.asked(link) == 1);
}

TEST_CASE("A page that names no account in its headline is not asked for", "[page]") {
  PageDesk desk;
  desk.page(article);
  desk.headline("Big plans somewhere");
  CHECK(desk.asked(link) == 0);
  CHECK(desk.asked(robots) == 0);
}

TEST_CASE("A page that robots.txt closes to us is not asked for", "[page]") {
  PageDesk desk;
  desk.newsroom.network.answer(robots, 200, "User-agent: *\nDisallow: /2\n");
  desk.page(article);
  desk.headline();
  CHECK(desk.asked(link) == 0);
  CHECK(desk.state() == PageState::refused);
  CHECK(desk.newsroom.stories().empty());
}

TEST_CASE("A page behind a paywall leaves the headline", "[page]") {
  PageDesk desk;
  desk.page(article, "<meta property=\"article:content_tier\" content=\"locked\">");
  desk.headline();
  CHECK(desk.state() == PageState::headline_only);
  CHECK(desk.newsroom.stories().empty());
}

TEST_CASE("A page that fails is tried again, and then given up", "[page]") {
  PageDesk desk;
  desk.newsroom.network.answer(link, 503, "");
  desk.headline();
  CHECK(desk.state() == PageState::wanted);
  for (int i = 0; i < 4; ++i) desk.newsroom.once();
  CHECK(desk.state() == PageState::failed);
  CHECK(desk.asked(link) == most_page_tries);
}

TEST_CASE("A host is asked for one page at a time, with a pause", "[page]") {
  PageDesk desk;
  std::vector<fakes::NewsItem> items;
  for (const char* id : {"2", "3", "4"})
    items.push_back({.id = id, .title = std::string("Orbax Controls plc, part ") + id, .age = 1h});
  desk.newsroom.feed(feed, items);
  desk.page(article);
  desk.newsroom.once();
  int pages = 0;
  for (const Request& request : desk.newsroom.network.asked())
    pages += request.url.starts_with("https://wire.example/") && request.url != robots &&
                     request.url != "https://wire.example/rss"
                 ? 1
                 : 0;
  CHECK(pages == 1);
}

TEST_CASE("The page of a public feed is never sought in a private network", "[page]") {
  PageDesk desk;
  desk.page(article);
  desk.headline();
  for (const Request& request : desk.newsroom.network.asked())
    if (request.url == link || request.url == robots)
      CHECK(request.addresses == AddressRule::public_only);
}

TEST_CASE("Little text is a headline, more is not", "[page]") {
  NewsText text;
  text.title = "Orbax to acquire Tindle";
  CHECK(is_headline_only(text));
  text.body = text.title;
  CHECK(is_headline_only(text));
  text.body = std::string(300, 'x');
  CHECK_FALSE(is_headline_only(text));
}

}  // namespace tipoff
