// Which element gives which field of an entry, and which one wins where several do.
#include "parse/xml_entry.h"

#include "catch.h"
#include "parse/xml_document.h"

namespace tipoff {
namespace {

const std::string nowhere;

RawEntry entry_of(const std::string& inner) {
  const std::string source = "<item>" + inner + "</item>";
  const XmlDocument document(source);
  return read_xml_entry(XmlElement(document.root(), nowhere).children().at(0));
}

}  // namespace

TEST_CASE("The format's own title goes before those of modules, in any order", "[parse][entry]") {
  CHECK(entry_of("<dc:title>dc</dc:title><title>own</title><media:title>m</media:title>")
            .title.text == "own");
  CHECK(entry_of("<media:title>m</media:title>").title.text == "m");
  CHECK(entry_of("<title/><dc:title>dc</dc:title>").title.text == "dc");
  CHECK(entry_of("<image><title>picture</title></image><title>own</title>").title.text == "own");
}

TEST_CASE("A link without relation goes before one to another format", "[parse][entry]") {
  CHECK(entry_of("<link rel='self' href='s'/><link href='a'/><link rel='enclosure' href='e'/>")
            .link.href == "a");
  CHECK(entry_of("<link rel='alternate' type='application/atom+xml' href='x'/><link "
                 "type='text/html' href='h'/>")
            .link.href == "h");
  CHECK(entry_of("<link rel='enclosure'>e</link><link rel='alternate'>a</link>").link.href == "a");
  CHECK(entry_of("<link rel='related' href='r'/>").link.href == "r");
  CHECK(entry_of("<link rel='edit' href='r'/>").link.href.empty());
}

TEST_CASE("A guid that is an address serves as link, unless it says that it is none",
          "[parse][entry]") {
  CHECK(entry_of("<guid>https://n.example/1</guid>").link.href == "https://n.example/1");
  CHECK(entry_of("<guid isPermaLink='false'>https://n.example/1</guid>").link.href.empty());
  CHECK(entry_of("<guid>17</guid>").link.href.empty());
  CHECK(entry_of("<guid>https://n.example/1</guid><link>https://n.example/2</link>").link.href ==
        "https://n.example/2");
}

TEST_CASE("Summary and content are kept apart, a second text is not lost", "[parse][entry]") {
  const auto both =
      entry_of("<description>short</description><content:encoded>long</content:encoded>");
  CHECK(both.summary.text == "short");
  CHECK(both.content.text == "long");
  const auto two = entry_of("<summary>one</summary><description>two</description>");
  CHECK(two.summary.text == "one");
  CHECK(two.content.text == "two");
  CHECK(entry_of("<media:group><media:description>video</media:description></media:group>")
            .summary.text == "video");
  CHECK(entry_of("<media:text>spoken</media:text>").summary.text == "spoken");
  CHECK(entry_of("<xhtml:body><xhtml:p>x</xhtml:p></xhtml:body>").content.text ==
        "<xhtml:p>x</xhtml:p>");
}

TEST_CASE("An element of another vocabulary with the same name is not ours", "[parse][entry]") {
  CHECK(entry_of("<acme:description>theirs</acme:description>").summary.text.empty());
  CHECK(entry_of("<acme:link>theirs</acme:link>").link.href.empty());
}

TEST_CASE("Dates of publication go before dates of creation, and the last update holds",
          "[parse][entry]") {
  const auto entry = entry_of(
      "<created>c</created><updated>u1</updated><dc:date>d</dc:date><pubDate>p</"
      "pubDate><updated>u2</updated>");
  CHECK(entry.published == std::vector<std::string>{"p", "d", "c"});
  CHECK(entry.updated == std::vector<std::string>{"u2"});
}

TEST_CASE("Authors are told by name, not by address", "[parse][entry]") {
  CHECK(
      entry_of("<author><email>a@n.example</email><name>Anna Muster</name></author>").author.text ==
      "Anna Muster");
  CHECK(entry_of("<author><email>a@n.example</email></author>").author.text == "a@n.example");
  CHECK(entry_of("<author>desk@n.example (Anna Muster)</author>").author.text == "Anna Muster");
  CHECK(entry_of("<dc:creator>Anna Muster</dc:creator>").author.text == "Anna Muster");
}

TEST_CASE("Tags are taken from label, term or text", "[parse][entry]") {
  const auto tags = entry_of(
                        "<category term='m-a' label='Mergers'/><category "
                        "term='press'/><dc:subject>Cables</dc:subject><category/>")
                        .tags;
  REQUIRE(tags.size() == 3);
  CHECK(tags[0].text == "Mergers");
  CHECK(tags[1].text == "press");
  CHECK(tags[2].text == "Cables");
}

TEST_CASE("The attributes of RDF and CDF items are read", "[parse][entry]") {
  const std::string source =
      "<item rdf:about='urn:1' href='https://n.example/' lastmod='2026-03-02'/>";
  const XmlDocument document(source);
  const auto entry = read_xml_entry(XmlElement(document.root(), nowhere).children().at(0));
  CHECK(entry.id == "urn:1");
  CHECK(entry.link.href == "https://n.example/");
  CHECK(entry.updated == std::vector<std::string>{"2026-03-02"});
}

}  // namespace tipoff
