// Markup that no strict parser reads, one test an oddity; and markup that means harm.
#include "parse/xml_repair.h"

#include <ctime>
#include <pugixml.hpp>

#include "catch.h"

namespace tipoff {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

bool is_well_formed(const std::string& markup) {
  pugi::xml_document document;
  const auto read =
      document.load_buffer(markup.data(), markup.size(), pugi::parse_full, pugi::encoding_utf8);
  return read || read.status == pugi::status_no_document_element;
}

}  // namespace

TEST_CASE("What is well-formed stays as it is, but for comments and instructions", "[parse][xml]") {
  const std::string sound = "<a b=\"1\"><c/>R&amp;D &eacute; &#8364; > <![CDATA[<b>&]]></a>";
  CHECK(repair_markup(sound) == sound);
  CHECK(
      repair_markup("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x \"y\">]><a>b<!-- <c> -->d</a>") ==
      "<a>bd</a>");
}

TEST_CASE("Elements that overlap end where the outer one ends", "[parse][xml]") {
  CHECK(repair_markup("<a><b><c>t</b>u</a>") == "<a><b><c>t</c></b>u</a>");
  CHECK(repair_markup("<a>t</x></a><b/>") == "<a>t</a><b/>");
  CHECK(repair_markup("<A><x:B>t</X:b></a >") == "<A><x:B>t</x:B></A>");
}

TEST_CASE("A new item closes the one that was left open", "[parse][xml]") {
  CHECK(repair_markup("<r><item><t>1</t><item>2</item></r>") ==
        "<r><item><t>1</t></item><item>2</item></r>");
  CHECK(repair_markup("<r><ENTRY><t>1<item/></r>") == "<r><ENTRY><t>1</t></ENTRY><item/></r>");
}

TEST_CASE("An item that the end cuts off is left out, what is around it is closed",
          "[parse][xml]") {
  CHECK(repair_markup("<r><item>1</item><item><t>2") == "<r><item>1</item></r>");
  CHECK(repair_markup("<r><a:entry>1</a:entry><a:entry><b>") == "<r><a:entry>1</a:entry></r>");
  CHECK(repair_markup("<r><item/><ite") == "<r><item/>&lt;ite</r>");
}

TEST_CASE("A sign that begins no tag is text", "[parse][xml]") {
  CHECK(repair_markup("<a>1 < 2 <3 <b title='x</a>") == "<a>1 &lt; 2 &lt;3 &lt;b title='x</a>");
  CHECK(repair_markup("<a>x <- y << z</a>") == "<a>x &lt;- y &lt;&lt; z</a>");
}

TEST_CASE("Attributes without quotes, values or end are read as far as they go", "[parse][xml]") {
  CHECK(repair_markup("<a b=c d 'e' =f><g h='i/></a>") ==
        R"(<a b="c" d="" e="" f=""><g h="i"/></a>)");
  CHECK(repair_markup("<a b=c/><d/>") == "<a b=\"c\"/><d/>");
  CHECK(repair_markup("<a b='say \"no\"'c=\"d\">") == "<a b='say \"no\"' c=\"d\"></a>");
  CHECK(repair_markup("<a b=\"1\xC2\xA0") == "&lt;a b=\"1\xC2\xA0");
}

TEST_CASE("A CDATA section or comment without end goes to the end of the document",
          "[parse][xml]") {
  CHECK(repair_markup("<a><![CDATA[<b>") == "<a><![CDATA[<b>]]></a>");
  CHECK(repair_markup("<a><![CDATA[]") == "<a><![CDATA[]]]></a>");
  CHECK(repair_markup("<a>t<!-- <b>") == "<a>t</a>");
}

TEST_CASE("NULs are dropped, other control characters kept", "[parse][xml]") {
  CHECK(repair_markup(std::string_view("<a>\0\x01<b>\x1F</b>\0</a>", 20)) ==
        "<a>\x01<b>\x1F</b></a>");
}

TEST_CASE("Of what nests deeper than any feed the text is kept, and it is closed in order",
          "[parse][xml]") {
  const std::string deep = repeated("<d>", 200'000) + "t" + repeated("</d>", 200'000);
  CHECK(repair_markup("<r>" + deep + "<e></r>") ==
        "<r>" + repeated("<d>", 127) + "t" + repeated("</d>", 127) + "<e></e></r>");
}

TEST_CASE("After 400,000 elements the document counts as cut", "[parse][xml]") {
  CHECK(repair_markup("<r>" + repeated("<d/>", 500'000) + "</r>").size() == 399'999 * 4 + 7);
}

TEST_CASE("Whatever the bytes, the outcome is well-formed, and repaired again it is the same",
          "[parse][xml]") {
  const std::vector<std::string> parts = {
      "<",         ">",      "/",       "a",  "item",       "<a", "<b>",     "</b>",
      "</",        "<item>", "</item>", "\"", "'",          "=",  "<!--",    "-->",
      "<![CDATA[", "]]>",    "<?",      "?>", "<!DOCTYPE ", "[",  "]",       " ",
      "&amp;",     "&",      "x:",      "\n", "<c d='e'/>", "-",  "\xC3\xA9"};
  unsigned state = 7;
  for (int round = 0; round < 20'000; ++round) {
    std::string source;
    for (int i = 0; i < 24; ++i) {
      state = state * 1664525U + 1013904223U;
      source += parts[(state >> 16U) % parts.size()];
    }
    CAPTURE(source);
    const std::string repaired = repair_markup(source);
    REQUIRE(is_well_formed(repaired));
    REQUIRE(repair_markup(repaired) == repaired);
  }
}

TEST_CASE("Hostile markup is repaired in linear time", "[parse][xml]") {
  const auto* part = GENERATE("<", "<a", "<a b='", "<a b=\"<", "</a>", "<a>", "<a/>", "<![CDATA[",
                              "<!--", "<!DOCTYPE [", "&", "<item>", "<a xmlns:b='c'>",
                              "<a b b b b b b b>", "<?", "</", "<a></b>");
  CAPTURE(part);
  const std::string source = "<rss>" + repeated(part, 1'000'000);
  const auto start = std::clock();
  CHECK(is_well_formed(repair_markup(source)));
  CHECK(std::clock() - start < 4 * CLOCKS_PER_SEC);
}

}  // namespace tipoff
