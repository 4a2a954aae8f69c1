// Feeds that pages name.
#include "parse/feed_links.h"

#include "catch.h"

namespace tipoff {
namespace {

std::vector<FeedLink> links_in(std::string_view page) {
  return find_feed_links(page, {.base_url = "https://site.example/news/index.html",
                                .content_type = "text/html; charset=utf-8"});
}

}  // namespace

TEST_CASE("A page's feeds are found in its order", "[parse][discovery]") {
  const auto links = links_in(R"(<!doctype html><html><head><title>Press</title>
<link rel="stylesheet alternate" type="text/css" href="/a.css">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<LINK REL="Alternate" TYPE="application/rss+xml; charset=utf-8" TITLE="Press &amp; news" HREF="../press.xml">
<link rel=alternate type=application/atom+xml href=//feeds.example/atom>
<link rel="alternate" type="application/feed+json" href="feed.json">
<link rel="alternate" hreflang="de" href="/de/">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
<link rel="alternate" type="application/json+oembed" href="/oembed">
<link rel="feed" href="/hfeed">
</head><body><a href="/other.rss">RSS</a></body></html>)");
  REQUIRE(links.size() == 5);
  CHECK(links[0] == FeedLink{"https://site.example/press.xml", "Press & news"});
  CHECK(links[1].url == "https://feeds.example/atom");
  CHECK(links[2].url == "https://site.example/news/feed.json");
  CHECK(links[3].url == "https://site.example/hfeed");
  CHECK(links[4].title == "Comments");
}

TEST_CASE("A base element moves relative feed links", "[parse][discovery]") {
  const auto links = links_in(
      "<base href='https://cdn.example/x/'><link rel=alternate type=application/rss+xml "
      "href=f.xml>");
  REQUIRE(links.size() == 1);
  CHECK(links[0].url == "https://cdn.example/x/f.xml");
}

TEST_CASE("A page without such links is searched for addresses that look like a feed",
          "[parse][discovery]") {
  const auto links = links_in(
      "<body><p><a href='/about'>About</a> <a href='/rss/'>订阅 <b>RSS</b></a>"
      "<a href='/rss/'>again</a><a href='mailto:x@y.example'>mail</a>");
  REQUIRE(links.size() == 1);
  CHECK(links[0] == FeedLink{"https://site.example/rss/", "订阅 RSS"});
}

TEST_CASE("Links that lead out of the web are left out", "[parse][discovery]") {
  CHECK(links_in("<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>"
                 "<link rel=alternate type=application/rss+xml href='javascript:x'>")
            .empty());
  CHECK(links_in("").empty());
  CHECK(links_in("\xff\xfe\x00<<<").empty());
}

}  // namespace tipoff
