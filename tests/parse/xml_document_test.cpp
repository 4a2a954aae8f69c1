// Documents as pugixml reads them, sound or repaired, and what a hostile one may cost.
#include "parse/xml_document.h"

#include <ctime>

#include "catch.h"

namespace tipoff {
namespace {

std::size_t children_of(const pugi::xml_node& node) {
  return static_cast<std::size_t>(std::distance(node.begin(), node.end()));
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("References, white space and CDATA are kept as they are written", "[parse][xml]") {
  const XmlDocument document("<a b='&amp;&eacute;'>R&amp;D<c> </c><![CDATA[ & ]]></a>");
  const auto a = document.root().first_child();
  CHECK(a.attribute("b").value() == std::string("&amp;&eacute;"));
  CHECK(a.value() == std::string("R&amp;D"));
  CHECK(a.child("c").value() == std::string(" "));
  CHECK(a.last_child().value() == std::string(" & "));
}

TEST_CASE("What is not well-formed is read all the same", "[parse][xml]") {
  const XmlDocument document("<a><b><c>t</b></a>");
  CHECK(document.root().child("a").child("b").child("c").value() == std::string("t"));
}

TEST_CASE("Text after the root and a second root are read on", "[parse][xml]") {
  const XmlDocument document("<a/>junk & more <b>t</b>");
  CHECK(document.root().child("b").value() == std::string("t"));
}

TEST_CASE("A NUL ends nothing", "[parse][xml]") {
  const XmlDocument document(std::string_view("<a>1\0 2</a>", 11));
  CHECK(document.root().child("a").value() == std::string("1 2"));
  const XmlDocument second(std::string_view("<a/>\0<b/>", 9));
  CHECK(second.root().child("b"));
}

TEST_CASE("No bytes and bytes without markup are an empty document", "[parse][xml]") {
  CHECK_FALSE(XmlDocument("").root().first_child());
  CHECK_FALSE(XmlDocument("plain words").root().first_child());
}

TEST_CASE("Elements without end are read as far as memory is bounded", "[parse][xml]") {
  const XmlDocument many("<r>" + repeated("<d/>", 900'000) + "</r>");
  CHECK(children_of(many.root().first_child()) == 900'000);
  const XmlDocument too_many("<r>" + repeated("<d/>", 2'000'000) + "</r>");
  CHECK(children_of(too_many.root().first_child()) == 399'999);
}

TEST_CASE("Hostile markup costs bounded time, well-formed or not", "[parse][xml]") {
  const auto* part = GENERATE("<", "<a>", "<a/>", "</a>", "<a b='c'>", "<!--", "<!DOCTYPE a [<!",
                              "<item>", "<a><b>");
  CAPTURE(part);
  const auto start = std::clock();
  const XmlDocument document("<rss>" + repeated(part, 1'000'000));
  const XmlDocument deep(repeated("<a>", 400'000) + repeated("</a>", 400'000));
  CHECK(children_of(deep.root()) == 1);
  CHECK(std::clock() - start < 4 * CLOCKS_PER_SEC);
}

}  // namespace tipoff
