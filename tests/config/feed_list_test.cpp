// The feeds to poll, from tipoff.toml, OPML files and news searches.
#include "config/feed_list.h"

#include "catch.h"
#include "fakes/scratch_directory.h"

namespace tipoff {

using namespace std::chrono_literals;

namespace {

constexpr std::string_view two_feeds =
    "<opml version=\"2.0\"><body>"
    "<outline text=\"Wire\" xmlUrl=\"https://wire.example/rss\" language=\"en\"/>"
    "<outline text=\"Trade\"><outline text=\"Post\" "
    "xmlUrl=\"https://post.example/feed\"/></outline>"
    "</body></opml>";

Account named(std::string name, std::vector<std::string> aliases = {}) {
  Account account;
  account.id = "n";
  account.name = std::move(name);
  account.aliases = std::move(aliases);
  return account;
}

const NewsSearch search{"https://news.example/rss?q={query}&l=en", 1h, true, "en"};

}  // namespace

TEST_CASE("The feeds of an OPML file are polled in its order", "[feeds]") {
  const ScratchDirectory scratch;
  Settings settings;
  settings.opml = {scratch.write("a.opml", two_feeds)};
  settings.allow_private_networks = true;
  const auto reading = read_feeds(settings);
  CHECK(reading.complaints.empty());
  REQUIRE(reading.feeds.size() == 2);
  CHECK(reading.feeds[0] == Feed{"https://wire.example/rss", "Wire", "en", std::nullopt, true, ""});
  CHECK(reading.feeds[1].url == "https://post.example/feed");
}

TEST_CASE("What tipoff.toml says of a feed wins, and each URL is polled once", "[feeds]") {
  const ScratchDirectory scratch;
  Settings settings;
  settings.feeds = {{"https://wire.example/rss", "My wire", "", 5min, false, ""}};
  settings.opml = {scratch.write("a.opml", two_feeds), scratch.write("b.opml", two_feeds)};
  const auto reading = read_feeds(settings);
  CHECK(reading.complaints.empty());
  REQUIRE(reading.feeds.size() == 2);
  CHECK(reading.feeds[0] == settings.feeds[0]);
}

TEST_CASE("A feed list that cannot be read is a complaint, and the others are read", "[feeds]") {
  const ScratchDirectory scratch;
  Settings settings;
  settings.opml = {scratch.write("a.opml", two_feeds), scratch.path() / "none.opml",
                   scratch.write("broken.opml", "<opml><body><outline")};
  const auto reading = read_feeds(settings);
  CHECK(reading.feeds.size() == 2);
  REQUIRE(reading.complaints.size() == 2);
  CHECK_THAT(to_text(reading.complaints[0]),
             Catch::EndsWith("none.opml: the feed list does not exist"));
  CHECK_THAT(to_text(reading.complaints[1]), Catch::Contains("broken.opml: "));
}

TEST_CASE("The first feed list need not exist yet, for `tipoff feed add` makes it", "[feeds]") {
  const ScratchDirectory scratch;
  Settings settings;
  settings.opml = {scratch.path() / "mine.opml", scratch.write("a.opml", two_feeds)};
  const auto reading = read_feeds(settings);
  CHECK(reading.feeds.size() == 2);
  CHECK_FALSE(any_error(reading.complaints));
  REQUIRE(reading.complaints.size() == 1);
  CHECK_THAT(to_text(reading.complaints[0]),
             Catch::Contains("mine.opml: warning: the feed list does not exist yet: ") &&
                 Catch::Contains("`tipoff feed add URL`"));
}

TEST_CASE("A list that nothing could be added to is an error", "[feeds]") {
  const ScratchDirectory scratch;
  Settings settings;
  settings.opml = {scratch.path() / "no-such-folder" / "mine.opml"};
  CHECK(any_error(read_feeds(settings).complaints));
  settings.opml = {scratch.path()};
  CHECK(any_error(read_feeds(settings).complaints));
}

TEST_CASE("An address that cannot be polled is a complaint of its file", "[feeds]") {
  const ScratchDirectory scratch;
  Settings settings;
  settings.opml = {scratch.write(
      "a.opml", "<opml><body><outline text=\"x\" xmlUrl=\"feed.xml\"/></body></opml>")};
  const auto reading = read_feeds(settings);
  CHECK(reading.feeds.empty());
  REQUIRE(reading.complaints.size() == 1);
  CHECK_THAT(reading.complaints[0].message, Catch::StartsWith("'feed.xml': must be a URL"));
}

TEST_CASE("A search asks for the quoted name without its legal form", "[feeds]") {
  const Feed feed = search_feed(search, named("Nordlicht Werke AG"));
  CHECK(feed.url == "https://news.example/rss?q=%22Nordlicht%20Werke%22&l=en");
  CHECK(feed.interval == 1h);
  CHECK(feed.language == "en");
  CHECK(feed.allow_private_networks);
  CHECK(feed.searched_account == "n");
}

TEST_CASE("A search asks for the first alias where there is one", "[feeds]") {
  CHECK(search_feed(search, named("Nordlicht AG", {"Nord & Licht", "NL"})).url ==
        "https://news.example/rss?q=%22Nord%20%26%20Licht%22&l=en");
  CHECK(search_feed(search, named("北光科技股份有限公司", {"北光"})).url ==
        "https://news.example/rss?q=%22%E5%8C%97%E5%85%89%22&l=en");
}

TEST_CASE("A name cannot break out of its quotes, nor be taken for the place of another",
          "[feeds]") {
  CHECK(
      search_feed({"http://n.example/{query}/{query}", 1h, false, ""}, named("A\"B {query}")).url ==
      "http://n.example/%22AB%20%7Bquery%7D%22/%22AB%20%7Bquery%7D%22");
}

}  // namespace tipoff
