// Lists of feeds, read from what readers write and written for them.
#include "parse/opml.h"

#include "catch.h"

namespace tipoff {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("Feeds are read with their folders and language", "[parse][opml]") {
  const auto feeds = read_opml(R"(<?xml version="1.0"?>
<opml version="1.1"><head><title>Mine</title></head><body>
  <outline text="Wires" language="de">
    <outline type="rss" text="Nordwire" title="Nordwire &amp; Co" xmlUrl="https://nordwire.example/rss?a=1&amp;b=2"
             htmlUrl="https://nordwire.example/"/>
  </outline>
  <Outline TEXT="Loose" XMLURL="https://loose.example/feed" language="zh-cn"/>
  <outline text="an empty folder"/>
</body></opml>)");
  REQUIRE(feeds);
  REQUIRE(feeds->size() == 2);
  CHECK(feeds->at(0).title == "Nordwire & Co");
  CHECK(feeds->at(0).xml_url == "https://nordwire.example/rss?a=1&b=2");
  CHECK(feeds->at(0).html_url == "https://nordwire.example/");
  CHECK(feeds->at(0).language == "de");
  CHECK(feeds->at(0).folders == std::vector<std::string>{"Wires"});
  CHECK(feeds->at(1).title == "Loose");
  CHECK(feeds->at(1).language == "zh-cn");
  CHECK(feeds->at(1).folders.empty());
}

TEST_CASE("A list that is not well-formed tells the line", "[parse][opml]") {
  const auto feeds = read_opml("<opml>\n<body>\n<outline xmlUrl=\"x\"></body></opml>");
  REQUIRE_FALSE(feeds);
  CHECK_THAT(feeds.error().message, Catch::StartsWith("line 3: not well-formed"));
}

TEST_CASE("Another document is said to be no OPML", "[parse][opml]") {
  CHECK(read_opml("<rss/>").error().message == "this is no OPML: its first element is <rss>");
  CHECK_FALSE(read_opml(""));
}

TEST_CASE("What is written is read back as it was", "[parse][opml]") {
  OpmlFeed wire;
  wire.title = "Börse & Märkte <täglich>";
  wire.xml_url = "https://wire.example/rss?a=1&b=\"2\"";
  wire.html_url = "https://wire.example/";
  wire.language = "de";
  wire.description = "Every day";
  wire.folders = {"Press", "German"};
  OpmlFeed loose;
  loose.title = "上海快讯";
  loose.xml_url = "https://loose.example/";
  const std::vector<OpmlFeed> feeds = {wire, loose};
  CHECK(read_opml(write_opml(feeds, "My feeds")) == feeds);
}

TEST_CASE("A feed without a title is written with its address", "[parse][opml]") {
  OpmlFeed feed;
  feed.xml_url = "https://wire.example/rss";
  CHECK_THAT(write_opml({feed}, "x"), Catch::Contains("text=\"https://wire.example/rss\""));
}

TEST_CASE("A list that nests without end is read to a depth that no list needs", "[parse][opml]") {
  const std::string deep = repeated("<outline>", 200'000) + repeated("</outline>", 200'000);
  const auto feeds =
      read_opml("<opml><body>" + deep + "<outline xmlUrl='https://a.example'/></body></opml>");
  REQUIRE(feeds);
  CHECK(feeds->size() == 1);
}

}  // namespace tipoff
