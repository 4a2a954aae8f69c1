// Outlines as readers write them.
#include "parse/opml_outline.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("An outline is a feed with what stands on it", "[parse][opml]") {
  pugi::xml_document document;
  REQUIRE(load_opml(document,
                    "<OPML><BODY><Outline TEXT=' A &amp; B ' xmlurl='https://a.example/' "
                    "reach='not CN' page='yes'/></BODY></OPML>"));
  const auto outline = opml_body(document).first_child();
  REQUIRE(is_outline(outline));
  const auto feed = outline_feed(outline);
  CHECK(feed.title == "A & B");
  CHECK(feed.xml_url == "https://a.example/");
  CHECK(feed.other("reach") == "not CN");
  CHECK(feed.other("Page") == "yes");
  CHECK(feed.other("none").empty());
  CHECK(outline_title(outline) == "A & B");
}

TEST_CASE("A document without a body holds no outlines", "[parse][opml]") {
  pugi::xml_document document;
  REQUIRE(load_opml(document, "<opml/>"));
  CHECK_FALSE(opml_body(document));
}

}  // namespace tipoff
