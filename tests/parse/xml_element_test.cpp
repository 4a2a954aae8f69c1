// Text constructs and bases.
#include "parse/xml_element.h"

#include "catch.h"

namespace tipoff {
namespace {

const std::string nowhere;

RawText construct_of(std::string_view source) {
  const XmlDocument document(source);
  return XmlElement(document.root(), nowhere).children().at(0).construct();
}

}  // namespace

TEST_CASE("Plain text is plain only as long as it looks so", "[parse][xml]") {
  CHECK(construct_of("<t type='text'>1 &lt; 2</t>").kind == TextKind::plain);
  CHECK(construct_of("<t type='text'>R&amp;amp;D</t>").kind == TextKind::html);
  CHECK(construct_of("<t type='html'>1 &lt; 2</t>").kind == TextKind::html);
  CHECK(construct_of("<t>1 &lt; 2</t>").kind == TextKind::html);
}

TEST_CASE("Base64 is decoded where it is declared or where bytes are", "[parse][xml]") {
  CHECK(construct_of("<t mode='base64'>Tm9yZHdlcms=</t>").text == "Nordwerk");
  CHECK(construct_of("<t type='application/octet-stream'>Tm9yZHdlcms=</t>").text == "Nordwerk");
  CHECK(construct_of("<t type='text/plain'>Tm9yZHdlcms=</t>").text == "Tm9yZHdlcms=");
  CHECK(construct_of("<t mode='base64'>not base64!</t>").text == "not base64!");
}

TEST_CASE("Bases are joined from the document inwards", "[parse][xml]") {
  const XmlTree tree("<a xml:base='/news/'><b xml:base='2026/'><c/></b></a>");
  const std::string document = "https://n.example/feed.xml";
  CHECK(XmlElement(tree, 3, document).base() == "https://n.example/news/2026/");
  CHECK(XmlElement(tree, 3, nowhere).base() == "2026/");
}

TEST_CASE("Text has no surrounding white space, and children stand in order", "[parse][xml]") {
  const XmlTree tree("<a>\n <b> x y </b><c/>\n</a>");
  const auto children = XmlElement(tree, 1, nowhere).children();
  REQUIRE(children.size() == 2);
  CHECK(children[0].text() == "x y");
  CHECK(children[1].is(Vocabulary::core, "c"));
}

}  // namespace tipoff
