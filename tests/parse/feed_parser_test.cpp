// Bytes to clean articles, the whole way: one test an oddity seen in the wild.
#include "parse/feed_parser.h"

#include <ctime>

#include "catch.h"
#include "text/date.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

FeedDocument parsed(std::string_view bytes, const FeedSource& source = {}) {
  auto document = parse_feed(bytes, source);
  REQUIRE(document);
  return *document;
}

Article first_item(const std::string& inner, const FeedSource& source = {}) {
  const auto document = parsed("<rss><channel><item>" + inner + "</item></channel></rss>", source);
  REQUIRE(document.entries.size() == 1);
  return document.entries[0];
}

std::string title_of(const std::string& title) {
  return first_item("<title>" + title + "</title>").title;
}

}  // namespace

TEST_CASE("An RSS item becomes a clean article", "[parse][feed]") {
  const auto document = parsed(R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
 <title>Nordwire</title><link>https://nordwire.example/</link><language>en</language>
 <item><title> Nordwerk AG to
   buy Altbau </title><link>https://nordwire.example/1</link><guid isPermaLink="false">nw-1</guid>
  <description>&lt;p&gt;The maker of cables&lt;/p&gt;&lt;p&gt;said so.&lt;/p&gt;</description>
  <content:encoded><![CDATA[<p>Nordwerk &amp; Altbau</p><script>x()</script>]]></content:encoded>
  <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate><category>Mergers</category></item>
</channel></rss>)");
  CHECK(document.format == FeedFormat::rss);
  CHECK(document.encoding == "utf-8");
  CHECK(document.title == "Nordwire");
  REQUIRE(document.entries.size() == 1);
  const Article& article = document.entries[0];
  CHECK(article.id == "nw-1");
  CHECK(article.title == "Nordwerk AG to buy Altbau");
  CHECK(article.link == "https://nordwire.example/1");
  CHECK(article.summary == "The maker of cables said so.");
  CHECK(article.content == "Nordwerk & Altbau");
  CHECK(article.published == parse_date("2026-03-02T08:00:00Z"));
  CHECK_FALSE(article.updated);
  CHECK(article.tags == std::vector<std::string>{"Mergers"});
}

TEST_CASE("An Atom entry is published when it was updated, if it says nothing else",
          "[parse][feed]") {
  const auto document =
      parsed(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://n.example/news/">
  <entry><id>tag:n.example:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> deal</div></title>
  <link href="1.html"/><updated>2026-03-02T08:00:00Z</updated></entry></feed>)");
  const Article& article = document.entries.at(0);
  CHECK(article.title == "A bold deal");
  CHECK(article.link == "https://n.example/news/1.html");
  CHECK(article.published == article.updated);
  CHECK(article.published == parse_date("2026-03-02T08:00:00Z"));
}

TEST_CASE("Text that was escaped twice is decoded twice", "[parse][feed]") {
  CHECK(title_of("R&amp;amp;D") == "R&D");
  CHECK(title_of("R&amp;amp;amp;D") == "R&D");
  CHECK(title_of("&amp;lt;b&amp;gt;Bold&amp;lt;/b&amp;gt; deal") == "Bold deal");
}

TEST_CASE("No text of ours can be taken for markup", "[parse][feed]") {
  CHECK(title_of("&amp;lt;script&amp;gt;alert(1)") == "< script>alert(1)");
  CHECK(title_of("How the &amp;lt;blink&amp;gt; tag died") == "How the < blink> tag died");
  CHECK(title_of("profit &lt; 5 %") == "profit < 5 %");
  CHECK(title_of("Where a&lt;b, buy") == "Where a<b, buy");
}

TEST_CASE("Entities of HTML, a bare ampersand and stray control characters do no harm",
          "[parse][feed]") {
  CHECK(title_of("M&uuml;ller & S&ouml;hne") == "Müller & Söhne");
  CHECK(title_of("Nord\x01werk \xE2\x80\xAE"
                 "AG") == "Nordwerk AG");
  CHECK(first_item("<link>https://n.example/?a=1&b=2&amp;c=3</link>").link ==
        "https://n.example/?a=1&b=2&c=3");
}

TEST_CASE("Unescaped markup in a description is markup", "[parse][feed]") {
  CHECK(first_item("<description>one<br>two <p>three</description><title>t</title>").summary ==
        "one two three");
}

TEST_CASE("Relative links start at the base, else where the feed came from, else at its site",
          "[parse][feed]") {
  FeedSource source;
  source.base_url = "https://n.example/rss/feed.xml";
  CHECK(first_item("<link>../1.html</link>", source).link == "https://n.example/1.html");
  CHECK(first_item("<link xml:base='https://o.example/'>1.html</link>", source).link ==
        "https://o.example/1.html");
  const auto document = parsed(
      "<rss><channel><link>https://s.example/</link><item><link>/1</link></item></channel></rss>");
  CHECK(document.entries.at(0).link == "https://s.example/1");
}

TEST_CASE("The charset that HTTP names is used", "[parse][feed]") {
  FeedSource source;
  source.content_type = "text/xml; charset=iso-8859-1";
  CHECK(first_item("<title>M\xFCller</title>", source).title == "Müller");
}

TEST_CASE("RSS in a default namespace is RSS", "[parse][feed]") {
  const auto document = parsed(
      "<rss "
      "xmlns='http://backend.userland.com/rss2'><channel><item><title>t</title></item></channel></"
      "rss>");
  CHECK(document.entries.at(0).title == "t");
}

TEST_CASE("JSON is told from XML by its first sign", "[parse][feed]") {
  const auto document = parsed(
      " {\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"a "
      "&amp; b\"}]}");
  CHECK(document.format == FeedFormat::json);
  CHECK(document.entries.at(0).title == "a & b");
}

TEST_CASE("What is no feed is an error in one sentence", "[parse][feed]") {
  for (const char* bytes : {"", "  \n", "hello", "<html/>", "{}", "\xFF\xFE"}) {
    CAPTURE(bytes);
    const auto document = parse_feed(bytes, {});
    REQUIRE_FALSE(document);
    CHECK_THAT(document.error().message, Catch::StartsWith("this is "));
  }
}

TEST_CASE("Any bytes within a feed end in valid text and in time", "[parse][feed]") {
  std::string bytes = "<rss><channel>";
  unsigned state = 11;
  for (int i = 0; i < 20'000; ++i) {
    bytes += "<item><title>";
    for (int j = 0; j < 20; ++j) {
      state = state * 1664525U + 1013904223U;
      bytes += static_cast<char>(state >> 24U);
    }
    bytes += "</title></item>";
  }
  const auto start = std::clock();
  const auto document = parsed(bytes);
  CHECK(std::clock() - start < 4 * CLOCKS_PER_SEC);
  CHECK(document.entries.size() > 10'000);
  for (const Article& article : document.entries) REQUIRE(is_valid_utf8(article.title));
}

TEST_CASE("A title of many megabytes costs linear time", "[parse][feed]") {
  const auto* part = GENERATE("&amp;lt;", "&lt;a href=&quot;", "<b>", "&amp;", "x ");
  CAPTURE(part);
  std::string title;
  while (title.size() < 8'000'000) title += part;
  const auto start = std::clock();
  CHECK(parsed("<rss><channel><item><title>" + title + "</title></item></channel></rss>")
            .entries.size() == 1);
  CHECK(std::clock() - start < 4 * CLOCKS_PER_SEC);
}

TEST_CASE("Of entries without end the first 20,000 are read", "[parse][feed]") {
  std::string items;
  std::string objects;
  for (int i = 0; i < 30'000; ++i) {
    items += "<item/>";
    objects += "{},";
  }
  CHECK(parsed("<rss>" + items + "</rss>").entries.size() == 20'000);
  CHECK(parsed("{\"items\":[" + objects + "{}]}").entries.size() == 20'000);
}

TEST_CASE("A base of megabytes is not joined to every link", "[parse][feed]") {
  const std::string base = "https://n.example/" + std::string(4'000'000, 'x') + "/";
  std::string items;
  for (int i = 0; i < 20'000; ++i) items += "<item><link>a</link></item>";
  const auto start = std::clock();
  CHECK(parsed("<rss xml:base='" + base + "'><channel>" + items + "</channel></rss>")
            .entries.size() == 20'000);
  CHECK(parsed("<rss><channel><link>" + base + "</link>" + items + "</channel></rss>")
            .entries.size() == 20'000);
  CHECK(std::clock() - start < 4 * CLOCKS_PER_SEC);
}

}  // namespace tipoff
