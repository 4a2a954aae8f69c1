// HTML fragments as feeds carry them, and as attackers would.
#include "text/html.h"

#include <chrono>

#include "catch.h"

namespace tipoff {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("Tags are dropped and blocks separate words", "[text][html]") {
  CHECK(html_to_text("<p>Nordwerk<b>AG</b> buys</p><p>Altbau</p>") == "NordwerkAG buys Altbau");
  CHECK(html_to_text("one<br/>two<td>three") == "one two three");
  CHECK(html_to_text("<xhtml:p>one</xhtml:p><xhtml:em>t</xhtml:em>wo") == "one two");
}

TEST_CASE("Scripts and styles vanish with their content", "[text][html]") {
  CHECK(html_to_text("a<script>if (x < y) alert('</p>')</SCRIPT>b<style>p{}</style>c") == "a b c");
  CHECK(html_to_text("a<script src=x/>b</script>c") == "a b c");
  CHECK(html_to_text("a<script>never closed") == "a");
}

TEST_CASE("References are decoded once", "[text][html]") {
  CHECK(html_to_text("M&uuml;ller &amp;amp; S&#246;hne &lt;b&gt;") == "Müller &amp; Söhne <b>");
  CHECK(decode_references("a&amp;b & c&lt;d") == "a&b & c<d");
}

TEST_CASE("Comments, declarations and instructions vanish", "[text][html]") {
  CHECK(html_to_text("a<!-- <b> -->b<!DOCTYPE html>c<?php x ?>d") == "abcd");
  CHECK(html_to_text("a<!-- never closed") == "a");
}

TEST_CASE("CDATA within markup is text", "[text][html]") {
  CHECK(html_to_text("<p><![CDATA[1 < 2]]></p>") == "1 < 2");
}

TEST_CASE("A sign that begins no tag stays", "[text][html]") {
  CHECK(html_to_text("profit < 5 & rising <3") == "profit < 5 & rising <3");
  CHECK(html_to_text("a <b") == "a");
  CHECK(html_to_text("if a <b then c") == "if a <b then c");
}

TEST_CASE("A quoted bracket does not end a tag", "[text][html]") {
  CHECK(html_to_text("<img alt=\"a > b\">text") == "text");
  CHECK(html_to_text("<a href=http://example.com/\">text</a>") == "text");
  CHECK(html_to_text("<a title=\"never closed>text</a>") == "text");
}

TEST_CASE("A text cut within a tag ends before it", "[text][html]") {
  CHECK(html_to_text("The merger <a href=\"http://exam") == "The merger");
}

TEST_CASE("Text that only looks like HTML is told from HTML", "[text][html]") {
  CHECK(looks_like_html("a <b>c</b>"));
  CHECK(looks_like_html("one<br>two"));
  CHECK(looks_like_html("R&amp;D"));
  CHECK_FALSE(looks_like_html("R&D <blink> 3 < 4"));
}

TEST_CASE("C1 code points mean Windows-1252", "[text][html]") {
  CHECK(windows_1252(0x92) == 0x2019);
  CHECK(windows_1252(0x9D) == 0x9D);
  CHECK(windows_1252('a') == 'a');
}

TEST_CASE("Hostile markup costs linear time", "[text][html]") {
  const auto* part =
      GENERATE("<a \">\"", "<a b=\"", "<a b='>'", "<", "<!--", "<![CDATA[", "<script>", "&", "&#",
               "&a", "</", "<a b=\">\"", "<script></", "<a =\"'");
  CAPTURE(part);
  const auto start = std::chrono::steady_clock::now();
  const auto text = html_to_text(repeated(part, 300'000));
  CHECK(text.size() <= 300'000 * std::string_view(part).size());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
}

}  // namespace tipoff
