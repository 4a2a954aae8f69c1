// References of all kinds, and what only looks like one.
#include "text/html_references.h"

#include "catch.h"
#include "text/html.h"

namespace tipoff {
namespace {

std::string meaning(std::string_view text) {
  std::string out;
  const std::size_t length = append_reference(out, text);
  return out + "|" + std::string(text.substr(length));
}

}  // namespace

TEST_CASE("Named and numeric references are decoded", "[text][html]") {
  CHECK(meaning("&eacute;t") == "é|t");
  CHECK(meaning("&#8364;") == "€|");
  CHECK(meaning("&#X20ac;") == "€|");
  CHECK(meaning("&NotEqualTilde;") == "≂̸|");
  CHECK(meaning("&#8364 a") == "€| a");
}

TEST_CASE("Numbers in the C1 range mean Windows-1252", "[text][html]") {
  CHECK(meaning("&#146;") == "’|");
  CHECK(meaning("&#x80;") == "€|");
}

TEST_CASE("Numbers that are no characters become the replacement character", "[text][html]") {
  CHECK(meaning("&#0;") == "\xEF\xBF\xBD|");
  CHECK(meaning("&#xD800;") == "\xEF\xBF\xBD|");
  CHECK(meaning("&#99999999999999999999;") == "\xEF\xBF\xBD|");
}

TEST_CASE("A known old name needs no semicolon, unless a word or a query goes on", "[text][html]") {
  CHECK(meaning("&nbsp ") == "\xC2\xA0| ");
  CHECK(meaning("&copy=2") == "|&copy=2");
  CHECK(meaning("&copycat") == "|&copycat");
  CHECK(meaning("&hellip ") == "|&hellip ");
}

TEST_CASE("What is no reference is left alone", "[text][html]") {
  for (const char* text : {"& B", "&", "&#;", "&#x;", "&nosuchname;", "&;"}) {
    CAPTURE(text);
    CHECK(meaning(text) == "|" + std::string(text));
  }
}

TEST_CASE("References are decoded wherever they stand in a text", "[text][html]") {
  for (std::size_t shift = 0; shift < 20; ++shift) {
    CAPTURE(shift);
    const std::string before(shift, 'x');
    CHECK(decode_references(before + "&lt;a&gt; &amp;amp; &quot;&apos;&nosuch; AT&T&") ==
          before + "<a> &amp; \"'&nosuch; AT&T&");
    CHECK(decode_references(before + "&nGt;&nGt;&nGt;") == before + "≫⃒≫⃒≫⃒");
  }
}

}  // namespace tipoff
