// Pages as they are, read by a library that must survive them.
#include "parse/html_document.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A page is read with its names in lower case and its charset decoded", "[parse][html]") {
  const HtmlDocument page("<HTML><BODY><P CLASS=' a\n b '>B\xF6rse</P><script>no()</script><p>zwei",
                          "text/html; charset=iso-8859-1");
  REQUIRE(page.root() != nullptr);
  CHECK(element_name(page.root()) == "html");
  const auto paragraphs = elements_named(page.root(), "p");
  REQUIRE(paragraphs.size() == 2);
  CHECK(attribute_of(paragraphs[0], "class") == "a b");
  CHECK(attribute_of(paragraphs[0], "id").empty());
  CHECK(raw_text_of(page.root()) == "Börsezwei");
}

TEST_CASE("A page in a Chinese charset is read", "[parse][html]") {
  const HtmlDocument page("<html><head><meta charset=gb2312></head><body>\xB2\xFA\xD2\xB5",
                          "text/html");
  CHECK(raw_text_of(page.root()) == "产业");
}

TEST_CASE("Hostile pages end in a bounded time", "[parse][html]") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK_NOTHROW(raw_text_of(HtmlDocument(deep + "deep", "").root()));
  std::string flat = "<p>";
  for (int i = 0; i < 100'000; ++i) flat += "<b><i>x";
  CHECK_NOTHROW(elements_named(HtmlDocument(flat, "").root(), "i"));
  CHECK_NOTHROW(HtmlDocument(std::string(1000, '<') + std::string(3, '\0'), ""));
}

TEST_CASE("Nothing is a page too, and has no root", "[parse][html]") {
  const HtmlDocument page("", "");
  CHECK(elements_named(page.root(), "p").empty());
  CHECK(base_of(page, "https://a.example/") == "https://a.example/");
}

}  // namespace tipoff
