#include "config/feed_url.h"

#include "catch.h"
#include "fakes/temporary_folder.h"

namespace tipoff {

TEST_CASE("Addresses of feeds are taken as people type them", "[config][feeds]") {
  CHECK(typed_feed_url(" https://a.example/rss\n") == "https://a.example/rss");
  CHECK(typed_feed_url("a.example/rss") == "https://a.example/rss");
  CHECK(typed_feed_url("feed:https://a.example/rss") == "https://a.example/rss");
  CHECK(typed_feed_url("FEED://a.example/rss") == "http://a.example/rss");
  CHECK(typed_feed_url("file:///tmp/feed.xml") == "file:///tmp/feed.xml");
}

TEST_CASE("A file that exists is meant by its path", "[config][feeds]") {
  const fakes::TemporaryFolder folder;
  const auto path = folder.write("feed.xml", "<rss/>");
  CHECK(typed_feed_url(path.string()) == "file://" + path.string());
}

TEST_CASE("What is no address is refused with the reason", "[config][feeds]") {
  CHECK_THAT(typed_feed_url("").error().message, Catch::Contains("empty"));
  CHECK_THAT(typed_feed_url("ftp://a.example/").error().message, Catch::Contains("http://"));
  CHECK_THAT(typed_feed_url("https://a.example/x y").error().message,
             Catch::Contains("white space"));
}

TEST_CASE("Two addresses of one feed have one key", "[config][feeds]") {
  const auto key = feed_url_key("https://a.example/Rss?x=Y");
  CHECK(feed_url_key("HTTPS://A.Example:443/Rss?x=Y#top") == key);
  CHECK(feed_url_key("https://a.example/rss?x=Y") != key);
  CHECK(feed_url_key("http://a.example/Rss?x=Y") != key);
  CHECK(feed_url_key("http://a.example") == feed_url_key("http://a.example:80/"));
  CHECK(feed_url_key("http://a.example?q") == feed_url_key("http://a.example/?q"));
}

}  // namespace tipoff
