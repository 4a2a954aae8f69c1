// Documents made to exhaust memory or time: each ends in a bounded time, in a feed or in a
// sentence.
#include <ctime>

#include "catch.h"
#include "parse/feed_parser.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

// Of this thread's own work.
double seconds_for(std::string_view bytes) {
  const auto start = std::clock();
  (void)parse_feed(bytes, {});
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

const std::string head = "<rss><channel><item><title>";
const std::string tail = "</title></item></channel></rss>";

}  // namespace

TEST_CASE("Entities that a document declares are not expanded", "[parse][hostile]") {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '" + before + before + "'>";
  }
  bomb += "]>" + head + "&a39; sold" + tail;
  const auto document = parse_feed(bomb, {});
  REQUIRE(document);
  CHECK(document->entries.at(0).title == "&a39; sold");
}

TEST_CASE("External entities are not fetched", "[parse][hostile]") {
  const auto document =
      parse_feed("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" +
                     head + "a &x; b" + tail,
                 {});
  REQUIRE(document);
  CHECK(document->entries.at(0).title == "a &x; b");
}

TEST_CASE("A million levels of nesting are read in a moment", "[parse][hostile]") {
  const auto* element = GENERATE("<a>", "<item>", "<title>", "<a b='c'>", "<media:group>");
  CAPTURE(element);
  CHECK(seconds_for("<rss><channel>" + repeated(element, 1'000'000)) < 8);
  CHECK(seconds_for(head + repeated(element, 300'000) + tail) < 8);
}

TEST_CASE("A million levels of JSON are told to be unsound", "[parse][hostile]") {
  for (const char* opening : {"[", "{\"items\":[", "{\"a\":"}) {
    CAPTURE(opening);
    const auto bytes = repeated(opening, 1'000'000);
    CHECK_FALSE(parse_feed(bytes, {}));
    CHECK(seconds_for(bytes) < 4);
  }
}

TEST_CASE("A title of a hundred megabytes is read once and kept whole", "[parse][hostile]") {
  const std::string title = repeated("Nordwerk ", 11'500'000);
  const auto start = std::clock();
  const auto document = parse_feed(head + title + tail, {});
  CHECK(std::clock() - start < 8 * CLOCKS_PER_SEC);
  REQUIRE(document);
  CHECK(document->entries.at(0).title.size() == title.size() - 1);
}

TEST_CASE("NULs are passed over, wherever they stand", "[parse][hostile]") {
  using namespace std::literals;
  const auto document =
      parse_feed("<rss>\0<channel><item><ti\0tle>Nord\0werk</title></item></channel></rss>"s, {});
  REQUIRE(document);
  CHECK(document->entries.at(0).title == "Nordwerk");
  CHECK_FALSE(parse_feed(std::string(1'000'000, '\0'), {}));
}

TEST_CASE("A document of one byte is no feed, whichever byte it is", "[parse][hostile]") {
  for (int byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    CHECK_FALSE(parse_feed(std::string(1, static_cast<char>(byte)), {}));
  }
}

TEST_CASE("Cut anywhere, a document gives whole entries or a sentence", "[parse][hostile]") {
  const std::string document =
      "<?xml version='1.0' encoding='utf-8'?><rss "
      "xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
      "<channel><title>N</title><item><title>Müller &amp; "
      "Söhne</title><link>https://n.example/1</link>"
      "<content:encoded><![CDATA[<p>one</p>]]></content:encoded></item><item><title>two</title></"
      "item>"
      "</channel></rss>";
  for (std::size_t size = 0; size < document.size(); ++size) {
    CAPTURE(size);
    const auto read = parse_feed(document.substr(0, size), {});
    if (!read || read->entries.empty()) continue;
    CHECK(read->entries[0].title == "Müller & Söhne");
    CHECK(read->entries[0].content == "one");
    if (read->entries.size() > 1) CHECK(read->entries[1].title == "two");
  }
}

TEST_CASE("What repeats without end costs linear time", "[parse][hostile]") {
  const auto* part = GENERATE("<", "&", "<!--", "<![CDATA[", "]]>", "<!DOCTYPE [", "<?", "</a>",
                              "<a ", "<a b=\"", "&#", "&amp;amp;", "<item>", "\xE4\xB8", "\xC2",
                              "<link href='a'/>", "<x xmlns:a='b'>", "\r\n", "<a a a a a a>");
  CAPTURE(part);
  const std::string_view sample = part;
  CHECK(seconds_for(head + repeated(part, 4'000'000 / sample.size()) + tail) < 8);
  CHECK(seconds_for(repeated(part, 4'000'000 / sample.size())) < 8);
}

TEST_CASE("Bytes in any charset cost linear time", "[parse][hostile]") {
  const auto* charset = GENERATE("utf-8", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr",
                                 "iso-2022-jp", "utf-16", "utf-7", "windows-1252", "koi8-r");
  CAPTURE(charset);
  const std::string declared = "<?xml version='1.0' encoding='" + std::string(charset) + "'?>";
  for (const char* part : {"\xFF", "\x81\x30", "\xB5\xE7", "\x1B$B", "\xA4", "\x8E\x80" "a"}) {
    CAPTURE(part);
    CHECK(seconds_for(declared + head + repeated(part, 1'000'000) + tail) < 8);
  }
}

}  // namespace tipoff
