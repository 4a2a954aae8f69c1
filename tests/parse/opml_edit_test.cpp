// Lists that people wrote, changed without a byte moved that need not move.
#include "parse/opml_edit.h"

#include "catch.h"

namespace tipoff {
namespace {

const std::string mine = R"(<?xml version="1.0" encoding="utf-8"?>
<!-- kept by hand -->
<opml version="2.0">
  <head><title>Mine</title></head>
  <body>
    <outline text="Wires" language="en">
      <!-- the fast one -->
      <outline type="rss"   text='Nordwire "live"'
               xmlUrl="https://nordwire.example/rss?a=1&amp;b=2" my:mark="> x"/>
    </outline>
    <outline text="Empty"/>
  </body>
</opml>
)";

bool all(const OpmlFeed&) {
  return true;
}

std::string list_of(std::string_view outlines, std::string_view root = "version=\"2.0\"") {
  return "<opml " + std::string(root) + "><body>" + std::string(outlines) + "</body></opml>";
}

OpmlFilter only(std::string url) {
  return [url = std::move(url)](const OpmlFeed& feed) { return feed.xml_url == url; };
}

}  // namespace

TEST_CASE("A feed is added to the end of the list and nothing else moves", "[parse][opml]") {
  const auto merged = merge_opml(
      mine, list_of("<outline type='rss' text='R&amp;D' xmlUrl='https://r.example/'/>"), all);
  REQUIRE(merged);
  std::string expected = mine;
  expected.insert(expected.find("  </body>"),
                  "    <outline type=\"rss\" text=\"R&amp;D\" xmlUrl=\"https://r.example/\" />\n");
  CHECK(merged->text == expected);
  REQUIRE(merged->added.size() == 1);
  CHECK(merged->added[0].title == "R&D");
}

TEST_CASE("A feed joins the folder that has its folder's name", "[parse][opml]") {
  const auto merged = merge_opml(
      mine,
      list_of("<outline text='Wires'><outline text='Sub'><outline text='快讯' "
              "xmlUrl='https://k.example/'/></outline></outline>"
              "<outline title='Empty'><outline text='E' xmlUrl='https://e.example/'/></outline>"),
      all);
  REQUIRE(merged);
  const auto feeds = read_opml(merged->text);
  REQUIRE(feeds);
  REQUIRE(feeds->size() == 3);
  CHECK(feeds->at(1).title == "快讯");
  CHECK(feeds->at(1).folders == std::vector<std::string>{"Wires", "Sub"});
  CHECK(feeds->at(1).language == "en");
  CHECK(feeds->at(2).folders == std::vector<std::string>{"Empty"});
  CHECK_THAT(merged->text, Catch::Contains("<!-- the fast one -->"));
  CHECK_THAT(merged->text, Catch::Contains("<!-- kept by hand -->"));
}

TEST_CASE("Attributes that nobody here knows are taken along, with their namespace",
          "[parse][opml]") {
  const auto merged = merge_opml(
      mine,
      list_of("<outline text='F' feedly:id='7'><outline text='X' xmlUrl='https://x.example/' "
              "my:weight='3' category='/a/b'/></outline>",
              "version='2.0' xmlns:my='urn:mine' xmlns:feedly='urn:f'"),
      all);
  REQUIRE(merged);
  CHECK_THAT(merged->text,
             Catch::Contains("my:weight=\"3\" category=\"/a/b\" xmlns:my=\"urn:mine\""));
  CHECK_THAT(merged->text, Catch::Contains("feedly:id=\"7\" xmlns:feedly=\"urn:f\""));
  CHECK(merged->added[0].other("CATEGORY") == "/a/b");
}

TEST_CASE("Feeds that are not wanted stay out, with the folders that they leave empty",
          "[parse][opml]") {
  const auto merged = merge_opml(
      mine, list_of("<outline text='Known'><outline xmlUrl='https://known.example/'/></outline>"),
      [](const OpmlFeed&) { return false; });
  REQUIRE(merged);
  CHECK(merged->added.empty());
  CHECK(merged->text == mine);
}

TEST_CASE("An empty target becomes a new list", "[parse][opml]") {
  const auto merged =
      merge_opml("", list_of("<outline text='X' xmlUrl='https://x.example/'/>"), all);
  REQUIRE(merged);
  const auto feeds = read_opml(merged->text);
  REQUIRE(feeds);
  CHECK(feeds->size() == 1);
  CHECK_THAT(merged->text, Catch::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml"));
}

TEST_CASE("A list on one line, or with a body that closes itself, takes feeds too",
          "[parse][opml]") {
  const auto source = list_of("<outline text='X' xmlUrl='https://x.example/'/>");
  for (const std::string target :
       {"<opml version='2.0'><body/></opml>",
        "<opml version='2.0'><body><outline xmlUrl='https://a.example/'/></body></opml>"}) {
    const auto merged = merge_opml(target, source, all);
    REQUIRE(merged);
    const auto feeds = read_opml(merged->text);
    REQUIRE(feeds);
    CHECK(feeds->back().xml_url == "https://x.example/");
  }
  CHECK_FALSE(merge_opml("<opml version='2.0'/>", source, all));
}

TEST_CASE("A list in another charset becomes UTF-8 and says so", "[parse][opml]") {
  const std::string latin =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<opml version=\"2.0\"><body>\n"
      "<outline text=\"B\xF6rse f\xFCr M\xE4rkte\" xmlUrl=\"https://b.example/\"/>\n</body></opml>";
  const auto merged =
      merge_opml(latin, list_of("<outline text='上海' xmlUrl='https://x.example/'/>"), all);
  REQUIRE(merged);
  CHECK_THAT(merged->text, Catch::Contains("encoding=\"UTF-8\"") && Catch::Contains("Börse für") &&
                               Catch::Contains("上海"));
}

TEST_CASE("A feed is taken out with its line and nothing else moves", "[parse][opml]") {
  const auto left = remove_from_opml(mine, only("https://nordwire.example/rss?a=1&b=2"));
  REQUIRE(left);
  std::string expected = mine;
  const auto begin = expected.find("      <outline type=\"rss\"   ");
  expected.erase(begin, expected.find("/>\n", begin) + 3 - begin);
  CHECK(*left == expected);
}

TEST_CASE("A feed among others on its line is taken out alone", "[parse][opml]") {
  const auto left = remove_from_opml(
      "<opml><body><outline xmlUrl='https://a.example/'>text</outline><outline "
      "xmlUrl='https://b.example/'/></body></opml>",
      only("https://a.example/"));
  REQUIRE(left);
  CHECK(*left == "<opml><body><outline xmlUrl='https://b.example/'/></body></opml>");
}

TEST_CASE("A comment ends where XML ends it", "[parse][opml]") {
  const std::string target =
      "<opml><body><outline text='W'><!--> </outline> --></outline>\n</body></opml>";
  const auto merged = merge_opml(
      target, list_of("<outline text='W'><outline xmlUrl='https://x.example/'/></outline>"), all);
  REQUIRE(merged);
  const auto feeds = read_opml(merged->text);
  REQUIRE(feeds);
  REQUIRE(feeds->size() == 1);
  CHECK(feeds->front().folders == std::vector<std::string>{"W"});
  CHECK_THAT(merged->text, Catch::Contains("<!--> </outline> -->\n"));
}

TEST_CASE("Feeds within a feed are feeds of their own", "[parse][opml]") {
  const std::string nested =
      "<outline text='A' type='rss' xmlUrl='https://a.example/'><outline text='B' "
      "xmlUrl='https://b.example/'/></outline>";
  const auto both = merge_opml("", list_of(nested), all);
  REQUIRE(both);
  CHECK(both->added.size() == 2);
  const auto inner = merge_opml("", list_of(nested), only("https://b.example/"));
  REQUIRE(inner);
  REQUIRE(inner->added.size() == 1);
  const auto feeds = read_opml(inner->text);
  REQUIRE(feeds);
  REQUIRE(feeds->size() == 1);
  CHECK(feeds->front().xml_url == "https://b.example/");
  CHECK(feeds->front().folders == std::vector<std::string>{"A"});
  CHECK(remove_from_opml(list_of(nested), only("https://a.example/")) ==
        list_of("<outline text='B' xmlUrl='https://b.example/'/>"));
}

TEST_CASE("A list that is UTF-8 and says otherwise says so when it is changed", "[parse][opml]") {
  const std::string mistaken =
      "<?xml version='1.0' encoding='iso-8859-1'?><opml version='2.0'><body><outline "
      "text='Börse – Märkte' xmlUrl='https://b.example/'/></body></opml>";
  const auto merged =
      merge_opml(mistaken, list_of("<outline text='上海' xmlUrl='https://x.example/'/>"), all);
  REQUIRE(merged);
  CHECK_THAT(merged->text, Catch::StartsWith("<?xml version='1.0' encoding='UTF-8'?>"));
}

TEST_CASE("A list that cannot be read is left alone with the reason", "[parse][opml]") {
  CHECK_THAT(merge_opml("<opml><body>", mine, all).error().message, Catch::Contains("line 1"));
  CHECK_THAT(merge_opml(mine, "<rss/>", all).error().message, Catch::Contains("no OPML"));
  CHECK_FALSE(remove_from_opml("<html/>", all));
}

TEST_CASE("A list whose declaration nobody can read is not mended on the way", "[parse][opml]") {
  std::string broken = "<?xml version=\"1.0\" encoding=\"utf-____8\"?>\n" + list_of("");
  for (const std::size_t at : {std::size_t{34}, std::size_t{35}}) broken[at] = '\0';
  REQUIRE_FALSE(read_opml(broken));
  CHECK_FALSE(merge_opml(broken, list_of("<outline xmlUrl='https://a.example/'/>"), all));
}

TEST_CASE("A large list is merged in one go", "[parse][opml]") {
  std::string outlines;
  for (int i = 0; i < 5000; ++i)
    outlines += "<outline text='F" + std::to_string(i % 50) +
                "'><outline text='n' xmlUrl='https://f" + std::to_string(i) +
                ".example/'/></outline>";
  const auto first = merge_opml("", list_of(outlines), all);
  REQUIRE(first);
  const auto second = merge_opml(first->text, list_of(outlines), all);
  REQUIRE(second);
  CHECK(second->added.size() == 5000);
}

}  // namespace tipoff
