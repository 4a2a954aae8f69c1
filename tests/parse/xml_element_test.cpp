// Text constructs and bases.
#include "parse/xml_element.h"

#include "catch.h"
#include "parse/xml_document.h"

namespace tipoff {
namespace {

const std::string nowhere;

XmlElement first_of(const XmlDocument& document, const std::string& base_url = nowhere) {
  return XmlElement(document.root(), base_url).children().at(0);
}

RawText construct_of(std::string_view source) {
  const XmlDocument document(source);
  return first_of(document).construct();
}

std::string text_of(std::string_view source) {
  const XmlDocument document(source);
  return first_of(document).text();
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
  const XmlDocument document("<a xml:base='/news/'><b xml:base='2026/'><c/></b></a>");
  const auto base_of_c = [&](const std::string& base_url) {
    return first_of(document, base_url).children().at(0).children().at(0).base();
  };
  CHECK(base_of_c("https://n.example/feed.xml") == "https://n.example/news/2026/");
  CHECK(base_of_c(nowhere) == "2026/");
}

TEST_CASE("Text has no surrounding white space, and children stand in order", "[parse][xml]") {
  const XmlDocument document("<a>\n <b> x y </b><C/>\n</a>");
  const auto children = first_of(document).children();
  REQUIRE(children.size() == 2);
  CHECK(children[0].text() == "x y");
  CHECK(children[1].is(Vocabulary::core, "c"));
}

TEST_CASE("Text is decoded once, CDATA taken as it is, comments dropped", "[parse][xml]") {
  CHECK(text_of("<a>R&amp;amp;D &eacute; &#8364;</a>") == "R&amp;D é €");
  CHECK(text_of("<a>one <![CDATA[<b>&amp;</b>]]> two</a>") == "one <b>&amp;</b> two");
  CHECK(text_of("<a>\n<![CDATA[ one <b> ]]></a>") == "one <b>");
  CHECK(text_of("<a>one<!-- x < y -->two<?php z ?></a>") == "onetwo");
  CHECK(text_of("<a>1 < 2 & 3</a>") == "1 < 2 & 3");
}

TEST_CASE("Of an element with markup that markup is the text, without attributes", "[parse][xml]") {
  CHECK(text_of("<a>one <b c='\"d\"'>two</b> <i>3</i><br/>&amp;</a>") ==
        "one <b>two</b> <i>3</i><br></br>&amp;");
  CHECK(text_of("<a><b><c>1</c><![CDATA[<x>]]></b></a>") == "<b><c>1</c><![CDATA[<x>]]></b>");
}

TEST_CASE("Attributes are found in any case and decoded", "[parse][xml]") {
  const XmlDocument document("<a HREF='x?a=1&amp;b=2' checked n=3></a>");
  const auto a = first_of(document);
  CHECK(a.attribute("href") == "x?a=1&b=2");
  CHECK(a.attribute("n") == "3");
  CHECK(a.attribute("checked").empty());
  CHECK(a.attribute("src").empty());
}

TEST_CASE("Vocabularies follow the declarations", "[parse][xml]") {
  const XmlDocument document(
      "<r xmlns:q='http://purl.org/dc/elements/1.1/'><q:title/><title "
      "xmlns='http://www.w3.org/1999/xhtml'/><title/></r>");
  const auto children = first_of(document).children();
  REQUIRE(children.size() == 3);
  CHECK(children[0].vocabulary() == Vocabulary::dc);
  CHECK(children[1].vocabulary() == Vocabulary::xhtml);
  CHECK(children[2].vocabulary() == Vocabulary::core);
}

TEST_CASE("Below the seventh level there is nothing but markup, of whatever depth",
          "[parse][xml]") {
  std::string source = "<d><d><d><d><d><d><d>";
  for (int i = 0; i < 200'000; ++i) source += "<d>";
  source += 't';
  for (int i = 0; i < 200'007; ++i) source += "</d>";
  const XmlDocument document(source);
  XmlElement element = first_of(document);
  for (int level = 2; level <= 7; ++level) element = XmlElement(element.children().at(0));
  CHECK(element.children().empty());
  CHECK(element.has_elements());
  CHECK(element.text().size() == 200'000 * 7 + 1);
}

}  // namespace tipoff
