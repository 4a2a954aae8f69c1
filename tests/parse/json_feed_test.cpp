// JSON Feed as it should be and as it is.
#include "parse/json_feed.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A JSON Feed is read", "[parse][json]") {
  const auto feed = read_json_feed(
      R"({"version":"https://jsonfeed.org/version/1.1","title":"Nordwire","language":"de",
    "home_page_url":"https://n.example/","authors":[{"name":"Desk"}],"items":[
    {"id":7,"url":"https://n.example/7","title":"One","content_html":"<p>x</p>","summary":"s",
     "date_published":"2026-03-02T09:00:00+01:00","authors":[{"name":"Anna Muster"}],"tags":["cables",3]},
    {"id":"https://n.example/8","content_text":"plain"}]})",
      "");
  REQUIRE(feed);
  CHECK(feed->format == FeedFormat::json);
  CHECK(feed->title.text == "Nordwire");
  CHECK(feed->language == "de");
  REQUIRE(feed->entries.size() == 2);
  CHECK(feed->entries[0].id == "7");
  CHECK(feed->entries[0].content.kind == TextKind::html);
  CHECK(feed->entries[0].author.text == "Anna Muster");
  CHECK(feed->entries[0].tags.size() == 1);
  CHECK(feed->entries[1].link.href == "https://n.example/8");
  CHECK(feed->entries[1].content.kind == TextKind::plain);
  CHECK(feed->entries[1].author.text == "Desk");
}

TEST_CASE("Fields of another type than they should have are as good as missing", "[parse][json]") {
  const auto feed =
      read_json_feed(R"({"version":"https://jsonfeed.org/version/1","title":[],"author":"Desk",
    "items":[null,7,{"id":{},"title":null,"tags":"x","authors":{"name":"x"}}]})",
                     "");
  REQUIRE(feed);
  CHECK(feed->title.text.empty());
  REQUIRE(feed->entries.size() == 1);
  CHECK(feed->entries[0].id.empty());
  CHECK(feed->entries[0].author.text == "Desk");
}

TEST_CASE("References in the titles of a JSON Feed are decoded, markup in them is text",
          "[parse][json]") {
  const auto feed = read_json_feed(
      R"({"version":"https://jsonfeed.org/version/1.1","title":"R&amp;D &#8211; daily","items":[
          {"id":"1","title":"Hafen &amp; S&ouml;hne buys <Kai> for &euro;3m","content_text":"a &amp; b"}]})",
      "");
  REQUIRE(feed);
  CHECK(feed->title.text == "R&D – daily");
  REQUIRE(feed->entries.size() == 1);
  CHECK(feed->entries[0].title.text == "Hafen & Söhne buys <Kai> for €3m");
  CHECK(feed->entries[0].content.text == "a &amp; b");
}

TEST_CASE("A JSON Feed with bare line breaks in its strings is read", "[parse][json]") {
  const auto feed = read_json_feed(
      "{\"version\":\"https://jsonfeed.org/version/"
      "1\",\n\"items\":[{\"id\":\"1\",\"title\":\"Kai\t&\nSohn\"}]}",
      "");
  REQUIRE(feed);
  CHECK(feed->entries.at(0).title.text == "Kai & Sohn");
  CHECK_FALSE(read_json_feed("{\"items\":[\n", ""));
}

TEST_CASE("JSON that is no feed says so", "[parse][json]") {
  CHECK(read_json_feed("[1,2]", "").error().message == "this is JSON, but no JSON Feed");
  CHECK(read_json_feed("{\"items\":", "").error().message ==
        "this is no feed: it begins like JSON, but is not sound");
}

TEST_CASE("A JSON Feed names its WebSub hubs and its own address", "[parse][json][push]") {
  const auto feed = read_json_feed(
      R"({"version":"https://jsonfeed.org/version/1.1","feed_url":"feed.json","hubs":[
    {"type":"rssCloud","url":"https://cloud.example/"},{"type":"WebSub","url":"https://hub.example/"},
    {"type":"WebSub"},7],"items":[]})",
      "https://n.example/news/");
  REQUIRE(feed);
  CHECK(feed->links ==
        PushLinks{.hubs = {"https://hub.example/"}, .self = "https://n.example/news/feed.json"});
}

TEST_CASE("A JSON Feed without its own address has none", "[parse][json][push]") {
  const auto feed =
      read_json_feed(R"({"hubs":[{"type":"WebSub","url":"https://hub.example/"}],"items":[]})",
                     "https://n.example/");
  REQUIRE(feed);
  CHECK(feed->links.self.empty());
}

}  // namespace tipoff
