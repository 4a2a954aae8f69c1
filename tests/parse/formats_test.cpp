// Formats and their modules, the whole way from bytes to articles: what each element becomes.
#include "catch.h"
#include "parse/feed_parser.h"
#include "text/date.h"

namespace tipoff {
namespace {

FeedDocument read(std::string_view bytes, std::string_view base = "") {
  FeedSource source;
  source.base_url = base;
  auto document = parse_feed(bytes, source);
  REQUIRE(document);
  REQUIRE_FALSE(document->entries.empty());
  return *document;
}

}  // namespace

TEST_CASE("RSS 0.90 is read, and its picture and search box are no items", "[parse][format]") {
  const auto feed = read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://channel.netscape.com/rdf/simple/0.9/"><channel><title>Nordwire</title>
    <link>https://n.example/</link><description>About</description></channel>
    <image><title>Picture</title></image><item><title>Nordwerk buys Altbau</title>
    <link>https://n.example/1</link></item><textinput><title>Search</title></textinput></rdf:RDF>)");
  CHECK(feed.format == FeedFormat::rdf);
  CHECK(feed.title == "Nordwire");
  CHECK(feed.subtitle == "About");
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].title == "Nordwerk buys Altbau");
  CHECK(feed.entries[0].link == "https://n.example/1");
}

TEST_CASE("RSS 0.91 with its DOCTYPE may use the entities of HTML", "[parse][format]") {
  const auto feed = read(
      "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//N//DTD RSS 0.91//EN\" "
      "\"http://n.example/rss-0.91.dtd\"><rss version=\"0.91\"><channel><language>fr</language>"
      "<item><title>Caf&eacute; &copy; &euro;</title></item></channel></rss>");
  CHECK(feed.language == "fr");
  CHECK(feed.entries[0].title == "Café © €");
}

TEST_CASE("RSS 0.92 names the source of what it passes on", "[parse][format]") {
  const auto feed = read(
      "<rss version='0.92'><channel><item><title>t</title><source "
      "url='https://o.example/rss'>Ostwire</source><enclosure url='https://o.example/a.mp3'/>"
      "</item><item><title>u</title><source>Ostwire</source></item></channel></rss>");
  CHECK(feed.entries[0].source == "https://o.example/rss");
  CHECK(feed.entries[1].source == "Ostwire");
  CHECK(feed.entries[0].link.empty());
}

TEST_CASE("RSS 1.0 takes its texts, dates and people from modules", "[parse][format]") {
  const auto feed = read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://n.example/rss">
    <title>N</title><dc:language>de</dc:language><items><rdf:Seq><rdf:li rdf:resource="https://n.example/1"/>
    </rdf:Seq></items></channel><item rdf:about="https://n.example/1"><title>T</title>
    <description>D</description><dc:creator>Anna</dc:creator><dc:subject>Deals</dc:subject>
    <dc:date>2026-03-02T09:00+01:00</dc:date><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
    </item></rdf:RDF>)");
  CHECK(feed.language == "de");
  const Article& article = feed.entries[0];
  CHECK(article.id == "https://n.example/1");
  CHECK(article.summary == "D");
  CHECK(article.content == "Long");
  CHECK(article.author == "Anna");
  CHECK(article.tags == std::vector<std::string>{"Deals"});
  CHECK(article.published == parse_date("2026-03-02T08:00:00Z"));
}

TEST_CASE("Text of RSS media and podcast modules is text of the item", "[parse][format]") {
  const std::string head =
      "<rss xmlns:media='http://search.yahoo.com/mrss/' "
      "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><item>";
  const std::string tail = "</item></channel></rss>";
  CHECK(read(head +
             "<media:group><media:content><media:title>mt</media:title><media:description>md"
             "</media:description></media:content></media:group>" +
             tail)
            .entries[0]
            .title == "mt");
  CHECK(read(head + "<media:description>md</media:description><title>t</title>" + tail)
            .entries[0]
            .summary == "md");
  const auto spoken = read(head +
                           "<itunes:summary>is</itunes:summary><itunes:author>ia"
                           "</itunes:author>" +
                           tail);
  CHECK(spoken.entries[0].summary == "is");
  CHECK(spoken.entries[0].author == "ia");
}

TEST_CASE("Atom 0.3 texts are read in each mode", "[parse][format]") {
  const auto feed = read(R"(<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en">
    <title mode="escaped" type="text/html">&lt;b&gt;N&lt;/b&gt;</title><tagline>tag</tagline>
    <link rel="alternate" type="text/html" href="https://n.example/"/>
    <entry><title mode="xml">T &amp; U</title><id>tag:1</id><issued>2026-03-01T03:00:00-05:00</issued>
    <modified>2026-03-02T08:00:00Z</modified><summary type="application/xhtml+xml" mode="xml">
    <div xmlns="http://www.w3.org/1999/xhtml">S <i>x</i></div></summary>
    <content type="text/html" mode="base64">PGI+Q8OpPC9iPg==</content></entry></feed>)");
  CHECK(feed.title == "N");
  CHECK(feed.subtitle == "tag");
  const Article& article = feed.entries[0];
  CHECK(article.title == "T & U");
  CHECK(article.summary == "S x");
  CHECK(article.content == "Cé");
  CHECK(article.published == parse_date("2026-03-01T08:00:00Z"));
  CHECK(article.updated == parse_date("2026-03-02T08:00:00Z"));
}

TEST_CASE("Atom 1.0 texts are read in each type, under any prefix", "[parse][format]") {
  const auto feed =
      read(R"(<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml">
    <a:title type="xhtml"><x:div>N <x:b>b</x:b></x:div></a:title>
    <a:entry><a:title type="html">A &amp;amp; B &lt;i&gt;C&lt;/i&gt;</a:title><a:id>tag:1</a:id>
    <a:updated>2026-03-02T09:00:00.5+01:00</a:updated><a:link href="https://n.example/1"/>
    <a:content type="text/html">&lt;p&gt;c&lt;/p&gt;</a:content><a:summary type="text">5 &lt; 6</a:summary>
    <a:source><a:title>Elsewhere</a:title><a:updated>2020-01-01T00:00:00Z</a:updated></a:source>
    </a:entry></a:feed>)");
  CHECK(feed.title == "N b");
  const Article& article = feed.entries[0];
  CHECK(article.title == "A & B C");
  CHECK(article.content == "c");
  CHECK(article.summary == "5 < 6");
  CHECK(article.published == parse_date("2026-03-02T08:00:00Z"));
}

TEST_CASE("An Atom entry alone is a feed of one", "[parse][format]") {
  const auto feed =
      read("<entry xmlns='http://www.w3.org/2005/Atom'><title>solo</title><id>1</id></entry>");
  CHECK(feed.format == FeedFormat::atom);
  CHECK(feed.entries[0].title == "solo");
}

TEST_CASE("JSON Feed 1.0 and 1.1 differ in their authors", "[parse][format]") {
  const auto old =
      read(R"({"version":"https://jsonfeed.org/version/1","author":{"name":"A"},"items":[
    {"id":"1","content_text":"C & <d","content_html":"<p>H</p>","date_published":"2026-03-02T03:00:00-05:00"}]})");
  CHECK(old.entries[0].author == "A");
  CHECK(old.entries[0].content == "H");
  CHECK(old.entries[0].published == parse_date("2026-03-02T08:00:00Z"));
  const auto recent = read(
      "\xEF\xBB\xBF{\"version\":\"https://jsonfeed.org/version/1.1\",\"language\":\"zh\","
      "\"items\":[{\"id\":7,\"url\":\"/7\",\"title\":null,\"authors\":[{\"name\":\"B\"}]}]}",
      "https://n.example/feed.json");
  CHECK(recent.language == "zh");
  CHECK(recent.entries[0].id == "7");
  CHECK(recent.entries[0].author == "B");
  CHECK(recent.entries[0].link == "https://n.example/7");
}

TEST_CASE("CDF channels are read, in capitals and by attributes", "[parse][format]") {
  const auto feed = read(
      "<CHANNEL HREF='https://n.example/'><TITLE>N</TITLE><ABSTRACT>A</ABSTRACT><ITEM "
      "HREF='https://n.example/1' LASTMOD='2026-03-02T08:00'><TITLE>T</TITLE><ABSTRACT>S</ABSTRACT>"
      "</ITEM></CHANNEL>");
  CHECK(feed.link == "https://n.example/");
  CHECK(feed.subtitle == "A");
  CHECK(feed.entries[0].link == "https://n.example/1");
  CHECK(feed.entries[0].summary == "S");
  CHECK(feed.entries[0].published == parse_date("2026-03-02T08:00:00Z"));
}

TEST_CASE("Relative links of every kind start at the bases around them", "[parse][format]") {
  const auto feed = read(
      "<rss xml:base='https://b.example/x/'><channel xml:base='y/'><link>.</link><item "
      "xml:base='z/'><link>1.html?a=b#c</link></item><item><link>//c.example/2</link></item>"
      "<item><link>?q=1</link></item></channel></rss>");
  CHECK(feed.link == "https://b.example/x/y/");
  CHECK(feed.entries[0].link == "https://b.example/x/y/z/1.html?a=b#c");
  CHECK(feed.entries[1].link == "https://c.example/2");
  CHECK(feed.entries[2].link == "https://b.example/x/y/?q=1");
}

TEST_CASE("CDATA sections join with each other and with what stands around", "[parse][format]") {
  const auto feed = read(
      "<rss><channel><item><title><![CDATA[a <b>]]><![CDATA[c</b> &amp; d]]> tail &amp; x</title>"
      "<description><![CDATA[]]]]><![CDATA[>]]></description>"
      "<link><![CDATA[ https://n.example/1?a=1&b=2 ]]></link></item></channel></rss>");
  CHECK(feed.entries[0].title == "a c & d tail & x");
  CHECK(feed.entries[0].summary == "]]>");
  CHECK(feed.entries[0].link == "https://n.example/1?a=1&b=2");
}

TEST_CASE("What stands before and behind a feed does no harm", "[parse][format]") {
  const std::string feed = "<rss><channel><item><title>t</title></item></channel></rss>";
  for (const std::string& document :
       {"\n\n <?xml version='1.0'?>" + feed, "Warning: no database<br>\n" + feed,
        feed + "\n<!-- made in 3 ms -->garbage & <script>", "\xEF\xBB\xBF\n" + feed}) {
    CAPTURE(document);
    CHECK(read(document).entries.at(0).title == "t");
  }
}

}  // namespace tipoff
