// Where in a document the feed is, and where its items are.
#include "parse/xml_feed.h"

#include "catch.h"

namespace tipoff {
namespace {

RawFeed feed_of(std::string_view text) {
  auto feed = read_xml_feed(text, "");
  REQUIRE(feed);
  return *feed;
}

}  // namespace

TEST_CASE("The format is told by the first element that is one", "[parse][feed]") {
  CHECK(feed_of("<rss version='2.0'/>").format == FeedFormat::rss);
  CHECK(feed_of("<rdf:RDF xmlns='http://purl.org/rss/1.0/'/>").format == FeedFormat::rdf);
  CHECK(feed_of("<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>").format == FeedFormat::atom);
  CHECK(feed_of("<CHANNEL/>").format == FeedFormat::rss);
  CHECK(feed_of("<soap><rss><channel><title>t</title></channel></rss></soap>").title.text == "t");
}

TEST_CASE("Items are found within the channel and beside it", "[parse][feed]") {
  CHECK(feed_of("<rss><channel><item><title>1</title></item></channel></rss>").entries.size() == 1);
  CHECK(
      feed_of("<rdf:RDF><channel/><item><title>1</title></item><item/></rdf:RDF>").entries.size() ==
      2);
  CHECK(feed_of("<item><title>1</title></item><item/>").entries.size() == 2);
}

TEST_CASE("The feed's own fields are not taken from its items or pictures", "[parse][feed]") {
  const auto feed = feed_of(
      "<rss><channel><image><title>i</title><link>l</link></image><item><title>1</title></item>"
      "<title>t</title><link>https://n.example/</link><description>d</description>"
      "<atom:link rel='self' href='x'/><language>de-at</language></channel></rss>");
  CHECK(feed.title.text == "t");
  CHECK(feed.link.href == "https://n.example/");
  CHECK(feed.subtitle.text == "d");
  CHECK(feed.language == "de-at");
}

TEST_CASE("The language of an Atom feed is that of its root", "[parse][feed]") {
  CHECK(feed_of("<feed xml:lang='zh-CN'><title>t</title></feed>").language == "zh-CN");
}

TEST_CASE("An entry that the end cuts off is left out", "[parse][feed]") {
  CHECK(feed_of("<rss><channel><item><title>1</title></item><item><title>2</ti").entries.size() ==
        1);
}

TEST_CASE("What is no feed is told apart in a sentence", "[parse][feed]") {
  CHECK(read_xml_feed("<!DOCTYPE html><html><item/></html>", "").error().message ==
        "this is a web page and no feed");
  CHECK(read_xml_feed("\n<!doctype HTML><title>Sorry</title><p>We are mending this", "")
            .error()
            .message == "this is a web page and no feed");
  CHECK(read_xml_feed("plain words", "").error().message == "this is no feed: it holds no markup");
  CHECK(read_xml_feed("<svg/>", "").error().message ==
        "this is no feed: its first element is <svg>");
}

TEST_CASE("A channel names its hubs and its own address", "[parse][feed][push]") {
  const PushLinks expected{.hubs = {"https://hub.example/"}, .self = "https://n.example/rss"};
  CHECK(
      feed_of("<rss xmlns:a='http://www.w3.org/2005/Atom'><channel><link>https://n.example/</link>"
              "<a:link rel='hub' href='https://hub.example/'/><a:link rel='self' "
              "href='https://n.example/rss'/></channel></rss>")
          .links == expected);
  CHECK(feed_of("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://n.example/'>"
                "<link rel='hub' href='https://hub.example/'/><link rel='self' href='rss'/>"
                "<link rel='alternate' href='/'/></feed>")
            .links == expected);
}

TEST_CASE("An item's links name no hub", "[parse][feed][push]") {
  CHECK(
      feed_of(
          "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='hub' "
          "href='https://hub.example/'/></entry><link rel='hub'/><link rel='self' href=''/></feed>")
          .links == PushLinks{});
}

}  // namespace tipoff
