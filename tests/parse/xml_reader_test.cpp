// Markup that no strict parser reads, one test an oddity; and markup that means harm.
#include "parse/xml_reader.h"

#include <chrono>

#include "catch.h"

namespace tipoff {
namespace {

// The tree in one line: names, with their children in brackets; '!' marks what was never closed.
std::string shape(const XmlTree& tree, std::uint32_t index = 0) {
  std::string text;
  for (auto child = tree.node(index).first_child; child != 0;
       child = tree.node(child).next_sibling) {
    if (!text.empty()) text += ' ';
    text += tree.node(child).name;
    if (!tree.node(child).closed) text += '!';
    if (tree.node(child).first_child != 0) text += "(" + shape(tree, child) + ")";
  }
  return text;
}

std::string shape(std::string_view source) {
  return shape(XmlTree(source));
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("Elements nest as they are written", "[parse][xml]") {
  CHECK(shape("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x \"y\">]><a><b/><c>t</c></a>") ==
        "a(b c)");
  CHECK(shape("<A><B>t</b></A >") == "a(b)");
}

TEST_CASE("Elements that overlap end where the outer one ends", "[parse][xml]") {
  CHECK(shape("<a><b><c>t</b>u</a>") == "a(b(c))");
  CHECK(shape("<a>t</x></a><b/>") == "a b");
}

TEST_CASE("A new item closes the one that was left open", "[parse][xml]") {
  CHECK(shape("<r><item><t>1</t><item><t>2</t></item></r>") == "r(item(t) item(t))");
  CHECK(shape("<r><item><t>1<item><t>2</t></item></r>") == "r(item(t) item(t))");
}

TEST_CASE("What the end cuts off counts as not closed", "[parse][xml]") {
  CHECK(shape("<r><item><t>1</t></item><item><t>2") == "r!(item(t) item!(t!))");
  CHECK(shape("<r><item/><ite") == "r!(item)");
}

TEST_CASE("Text after the root and a second root are read on", "[parse][xml]") {
  CHECK(shape("<a/>junk & more <b>t</b>") == "a b");
}

TEST_CASE("A sign that begins no tag is text", "[parse][xml]") {
  CHECK(shape("<a>1 < 2 <3 <b title='x</a>") == "a");
  CHECK(shape("<a>x <- y << z</a>") == "a");
}

TEST_CASE("Attributes without quotes, values or end are read as far as they go", "[parse][xml]") {
  CHECK(shape("<a b=c d 'e' =f><g h='i/></a>") == "a(g)");
  CHECK(shape("<a b=c/><d/>") == "a d");
}

TEST_CASE("Elements in CDATA and comments are none", "[parse][xml]") {
  CHECK(shape("<a><![CDATA[<b>]]><!-- <c> --></a>") == "a");
  CHECK(shape("<a><![CDATA[<b>") == "a!");
}

TEST_CASE("Control characters and NULs do not stop the reader", "[parse][xml]") {
  CHECK(shape(std::string_view("<a>\0\x01<b>\x1F</b>\0</a>", 20)) == "a(b)");
}

TEST_CASE("Vocabularies follow the declarations", "[parse][xml]") {
  const XmlTree tree(
      "<r xmlns:q='http://purl.org/dc/elements/1.1/'><q:title/><title "
      "xmlns='http://www.w3.org/1999/xhtml'/><title/></r>");
  CHECK(tree.node(2).vocabulary == Vocabulary::dc);
  CHECK(tree.node(3).vocabulary == Vocabulary::xhtml);
  CHECK(tree.node(4).vocabulary == Vocabulary::core);
}

TEST_CASE("What nests deeper than any feed is no tree, and is closed in order", "[parse][xml]") {
  const std::string deep = repeated("<d>", 200'000) + "t" + repeated("</d>", 200'000);
  const XmlTree tree("<r>" + deep + "<e/></r>");
  CHECK(tree.nodes().size() < 20);
  CHECK(tree.nodes().back().name == "e");
}

TEST_CASE("Hostile markup costs linear time and bounded memory", "[parse][xml]") {
  const auto* part = GENERATE("<", "<a", "<a b='", "<a b=\"<", "</a>", "<a>", "<a/>", "<![CDATA[",
                              "<!--", "<!DOCTYPE [", "&", "<item>", "<a xmlns:b='c'>",
                              "<a b b b b b b b>", "<?", "</", "<a></b>");
  CAPTURE(part);
  const std::string source = "<rss>" + repeated(part, 1'000'000);
  const auto start = std::chrono::steady_clock::now();
  const XmlTree tree(source);
  CHECK(tree.nodes().size() <= 400'000);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(4));
}

}  // namespace tipoff
