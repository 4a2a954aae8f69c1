// What elements say: their text and attributes.
#include "parse/xml_tree.h"

#include "catch.h"

namespace tipoff {
namespace {

std::string text_of(std::string_view source) {
  const XmlTree tree(source);
  return XmlTree::text(tree.node(1));
}

}  // namespace

TEST_CASE("Text is decoded once, CDATA taken as it is, comments dropped", "[parse][xml]") {
  CHECK(text_of("<a>R&amp;amp;D &eacute; &#8364;</a>") == "R&amp;D é €");
  CHECK(text_of("<a>one <![CDATA[<b>&amp;</b>]]> two</a>") == "one <b>&amp;</b> two");
  CHECK(text_of("<a>one<!-- x < y -->two<?php z ?></a>") == "onetwo");
  CHECK(text_of("<a>1 < 2 & 3</a>") == "1 < 2 & 3");
}

TEST_CASE("Of an element with markup the source is the text", "[parse][xml]") {
  CHECK(text_of("<a>one <b>two</b> &amp;</a>") == "one <b>two</b> &amp;");
}

TEST_CASE("Attributes are found in any case and decoded", "[parse][xml]") {
  const XmlTree tree("<a HREF='x?a=1&amp;b=2' checked empty=\"\" n=3/>");
  const XmlNode& node = tree.node(1);
  CHECK(tree.attribute(node, "href") == "x?a=1&b=2");
  CHECK(tree.attribute(node, "n") == "3");
  CHECK(tree.has_attribute(node, "checked"));
  CHECK(tree.has_attribute(node, "empty"));
  CHECK_FALSE(tree.has_attribute(node, "src"));
  CHECK(tree.attribute(node, "src").empty());
}

}  // namespace tipoff
