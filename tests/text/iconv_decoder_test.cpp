// iconv as a value.
#include "text/iconv_decoder.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A charset is read by its widest table", "[text][charset]") {
  CHECK(transcode("\x87\x40", "shift_jis")->text == "①");
  CHECK(transcode("\xC4\xFA\xBA\xC3", "gb18030")->text == "您好");
}

TEST_CASE("Bytes without meaning are counted and replaced", "[text][charset]") {
  const auto read = transcode("a\xFF\xFFz", "gb18030");
  REQUIRE(read);
  CHECK(read->errors == 2);
  CHECK_FALSE(transcode("a\xFF\xFFz", "gb18030", 1));
  CHECK(read->text == "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST_CASE("An unknown charset is said to be unknown", "[text][charset]") {
  CHECK_FALSE(transcode("a", "klingon-5"));
  CHECK_FALSE(transcode("a", ""));
}

TEST_CASE("Narrow names are served by wide charsets", "[text][charset]") {
  CHECK(serving_charset("GB2312") == "gb18030");
  CHECK(serving_charset("ISO-8859-1") == "windows-1252");
  CHECK(serving_charset("KOI8-R") == "koi8-r");
}

TEST_CASE("What stands between long runs of ASCII is read the same", "[text][charset]") {
  const std::string gap(40, 'a');
  const std::string text =
      gap + "\xB5\xE7\xC0\xC2" + gap + "\x81\x30\x81\x30" + gap + "\xB5\x40" + gap;
  const auto read = transcode(text, "gb18030");
  REQUIRE(read);
  CHECK(read->text == gap + "电缆" + gap + "\xC2\x80" + gap + "礍" + gap);
  CHECK(read->errors == 0);
}

TEST_CASE("A lead byte before a long run of ASCII is one fault", "[text][charset]") {
  const std::string gap(40, ' ');
  const auto read = transcode("\xB5" + gap + "\x81\x30" + gap + "\x81", "gb18030");
  REQUIRE(read);
  CHECK(read->errors == 3);
  CHECK(read->text == "\xEF\xBF\xBD" + gap + "\xEF\xBF\xBD" + "0" + gap + "\xEF\xBF\xBD");
}

}  // namespace tipoff
