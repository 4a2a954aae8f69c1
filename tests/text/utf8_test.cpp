// Whatever the bytes, what comes out is UTF-8 that can be stored, matched and shown.
#include "text/utf8.h"

#include "catch.h"

namespace tipoff {
namespace {

const std::string lost = "\xEF\xBF\xBD";

}  // namespace

TEST_CASE("Every code point is read back as it was written", "[text][utf8]") {
  for (const char32_t c : {U'a', U'é', U'海', U'\U0001F680', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == c);
    CHECK(at == text.size());
    CHECK(is_valid_utf8(text));
  }
}

TEST_CASE("Surrogates, overlong forms and truncated sequences are not UTF-8", "[text][utf8]") {
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
  CHECK_FALSE(is_valid_utf8("\xC0\xAF"));
  CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
  CHECK_FALSE(is_valid_utf8("long enough for a word \xE4\xB8"));
}

TEST_CASE("Each malformed sequence becomes one replacement character", "[text][utf8]") {
  CHECK(repair_utf8("a\xE4\xB8z") == "a" + lost + "z");
  CHECK(repair_utf8("\xFF\xFE") == lost + lost);
  CHECK(repair_utf8("上海") == "上海");
}

TEST_CASE("A code point that does not exist is written as the replacement character",
          "[text][utf8]") {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == lost + lost);
}

TEST_CASE("White space of any kind collapses and is trimmed", "[text][utf8]") {
  CHECK(clean_text(" \n Nordwerk\t\t\xC2\xA0 kauft\xE3\x80\x80 Altbau \r\n") ==
        "Nordwerk kauft Altbau");
  CHECK(clean_text(" \n ").empty());
  CHECK(clean_text("next\xC2\x85line\xE1\x9A\x80"
                   "and\xE2\x80\xA8on") == "next line and on");
}

TEST_CASE("A text is cleaned the same wherever in it its spaces stand", "[text][utf8]") {
  const std::string words = "Nordwerk  kauft \t Altbau,\x01 sagt die  Zeitung  – heute ";
  const std::string cleaned = "Nordwerk kauft Altbau, sagt die Zeitung – heute";
  for (std::size_t shift = 0; shift < 20; ++shift) {
    CAPTURE(shift);
    const std::string before(shift, 'x');
    CHECK(clean_text(before + words + words) == before + cleaned + " " + cleaned);
  }
}

TEST_CASE("Text is taken as far as the first sign of markup", "[text][utf8]") {
  for (std::size_t shift = 0; shift < 20; ++shift) {
    CAPTURE(shift);
    const std::string words = std::string(shift, 'x') + " Müller  ";
    for (const char* rest : {"<b>and the rest of it", "&amp; the rest of it", ""}) {
      TextCleaner cleaner(4);
      CHECK(cleaner.add_to_sign(words + rest) == words.size());
      CHECK(cleaner.is_sound());
      CHECK(std::move(cleaner).finish() == clean_text(words));
    }
  }
}

TEST_CASE("Control characters and direction overrides are dropped", "[text][utf8]") {
  CHECK(clean_text(std::string("a\0b\x1B[31m\x7F", 8)) == "ab[31m");
  CHECK(clean_text("exe\xE2\x80\xAE"
                   "fdp\xE2\x81\xA6x") == "exefdpx");
  CHECK(clean_text("a\xC2\x9B"
                   "b") == "ab");
}

}  // namespace tipoff
