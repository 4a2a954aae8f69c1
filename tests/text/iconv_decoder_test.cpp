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

}  // namespace tipoff
