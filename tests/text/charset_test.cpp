// One test a way in which charsets are declared, declared wrongly, or not at all.
#include "text/charset.h"

#include "catch.h"

namespace tipoff {
namespace {

using namespace std::literals;

constexpr const char* chinese =
    "华东电缆公司昨日宣布收购上海一家仓储企业，交易金额约为三亿元人民币，预计年底前完成。";
constexpr const char* traditional =
    "東方電纜公司昨日宣布收購台北一家倉儲企業，交易金額約為三億元，預計年底前完成。";
constexpr const char* japanese =
    "北日本倉庫株式会社は、大阪の運送会社を買収することで合意したと発表しました。";
constexpr const char* korean =
    "한빛창고는 부산의 물류 회사를 인수하기로 합의했다고 어제 발표했습니다.";
constexpr const char* russian =
    "Компания Северный склад объявила о покупке транспортной фирмы в Казани.";

struct Legacy {
  const char* charset;
  const char* means;
  std::string hex;
};

// The texts above, as other charsets write them.
const std::vector<Legacy> legacy_texts = {
    {"gb18030", chinese,
     "BBAAB6ABB5E7C0C2B9ABCBBED7F2C8D5D0FBB2BCCAD5B9BAC9CFBAA3D2BBBCD2B2D6B4A2C6F3D2B5"
     "A3ACBDBBD2D7BDF0B6EED4BCCEAAC8FDD2DAD4AAC8CBC3F1B1D2A3ACD4A4BCC6C4EAB5D7C7B0CDEA"
     "B3C9A1A3"},
    {"big5", traditional,
     "AA46A4E8B971C66CA4BDA571AC51A4E9ABC5A5ACA6ACC1CAA578A55FA440AE61ADDCC078A5F8B77E"
     "A141A5E6A9F6AAF7C342ACF9ACB0A454BBF5A4B8A141B977AD70A67EA9B3AB65A7B9A6A8A143"},
    {"shift_jis", japanese,
     "966B93FA967B91718CC98A948EAE89EF8ED082CD814191E58DE382CC895E919789EF8ED082F09483"
     "8EFB82B782E982B182C682C58D8788D382B582BD82C694AD955C82B582DC82B582BD8142"},
    {"euc-jp", japanese,
     "CBCCC6FCCBDCC1D2B8CBB3F4BCB0B2F1BCD2A4CFA1A2C2E7BAE5A4CEB1BFC1F7B2F1BCD2A4F2C7E3"
     "BCFDA4B9A4EBA4B3A4C8A4C7B9E7B0D5A4B7A4BFA4C8C8AFC9BDA4B7A4DEA4B7A4BFA1A3"},
    {"euc-kr", korean,
     "C7D1BAFBC3A2B0EDB4C220BACEBBEAC0C720B9B0B7F920C8B8BBE7B8A620C0CEBCF6C7CFB1E2B7CE"
     "20C7D5C0C7C7DFB4D9B0ED20BEEEC1A620B9DFC7A5C7DFBDC0B4CFB4D92E"},
    {"koi8-r", russian,
     "EBCFCDD0C1CEC9D120F3C5D7C5D2CED9CA20D3CBCCC1C420CFC2DFD1D7C9CCC120CF20D0CFCBD5D0"
     "CBC520D4D2C1CED3D0CFD2D4CECFCA20C6C9D2CDD920D720EBC1DAC1CEC92E"},
    {"windows-1251", russian,
     "CAEEECEFE0EDE8FF20D1E5E2E5F0EDFBE920F1EAEBE0E420EEE1FAFFE2E8EBE020EE20EFEEEAF3EF"
     "EAE520F2F0E0EDF1EFEEF0F2EDEEE920F4E8F0ECFB20E220CAE0E7E0EDE82E"},
};

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
  return bytes;
}

}  // namespace

TEST_CASE("A byte-order mark decides", "[text][charset]") {
  CHECK(to_utf8("\xEF\xBB\xBF<a>\xC3\xA9</a>") == DecodedText{"<a>é</a>", "utf-8"});
  CHECK(to_utf8("\xFF\xFE<\0a\0>\0\x35\x75"sv) == DecodedText{"<a>电", "utf-16le"});
  CHECK(to_utf8("\xFE\xFF\0<\0a\0>\x75\x35"sv) == DecodedText{"<a>电", "utf-16be"});
}

TEST_CASE("UTF-16 and UTF-32 are known by their first sign", "[text][charset]") {
  CHECK(to_utf8("<\0?\0x\0"sv) == DecodedText{"<?x", "utf-16le"});
  CHECK(to_utf8("\0<\0?\0x"sv) == DecodedText{"<?x", "utf-16be"});
  CHECK(to_utf8("\0\0\0<\0\0\0a"sv) == DecodedText{"<a", "utf-32be"});
}

TEST_CASE("Text in two or four bytes a character needs neither mark nor markup",
          "[text][charset]") {
  CHECK(to_utf8("{\0\"\0v\0"sv) == DecodedText{"{\"v", "utf-16le"});
  CHECK(to_utf8("\0 \0<\0r"sv) == DecodedText{" <r", "utf-16be"});
  CHECK(to_utf8("<\0\0\0a\0\0\0"sv) == DecodedText{"<a", "utf-32le"});
  CHECK(to_utf8("<\0a>"sv).encoding == "utf-8");
}

TEST_CASE("Markup as mainframes write it is read", "[text][charset]") {
  CHECK(to_utf8("\x4C\x6F\xA7\x94\x93\x6F\x6E") == DecodedText{"<?xml?>", "cp037"});
}

TEST_CASE("A few words of Chinese are known, whatever is declared", "[text][charset]") {
  const std::string bytes = bytes_of(legacy_texts[0].hex.substr(0, 40));
  CHECK(to_utf8("<title>" + bytes + "</title>").text == "<title>华东电缆公司昨日宣布</title>");
  CHECK(to_utf8("<?xml version='1.0' encoding='utf-8'?>" + bytes).encoding == "gb18030");
}

TEST_CASE("Western text that could be Vietnamese is Western", "[text][charset]") {
  CHECK(to_utf8("<title>Nordwerk\x92s \x93"
                "deal\x94 \x96 pi\xF9 citt\xE0</title>")
            .text == "<title>Nordwerk’s “deal” – più città</title>");
}

TEST_CASE("A charset that nobody declared is guessed", "[text][charset]") {
  for (const Legacy& legacy : legacy_texts) {
    CAPTURE(legacy.charset);
    CHECK(to_utf8("<rss>" + bytes_of(legacy.hex)) ==
          DecodedText{"<rss>"s + legacy.means, legacy.charset});
  }
}

TEST_CASE("A declaration in XML or in HTTP is believed where the bytes allow it",
          "[text][charset]") {
  for (const Legacy& legacy : legacy_texts) {
    CAPTURE(legacy.charset);
    const std::string head = "<?xml version='1.0' encoding='"s + legacy.charset + "'?>";
    CHECK(to_utf8(head + bytes_of(legacy.hex)).text == head + legacy.means);
    CHECK(to_utf8(bytes_of(legacy.hex), "text/xml; charset=\""s + legacy.charset + "\"").text ==
          legacy.means);
  }
}

TEST_CASE("GB18030 that is declared as utf-8 or gb2312 is read as GB18030", "[text][charset]") {
  const std::string bytes = bytes_of(legacy_texts[0].hex);
  for (const char* declared : {"utf-8", "gb2312"}) {
    const std::string head = "<?xml version=\"1.0\" encoding=\""s + declared + "\"?>";
    CHECK(to_utf8(head + bytes) == DecodedText{head + chinese, "gb18030"});
  }
}

TEST_CASE("UTF-8 that is declared as something else is read as UTF-8", "[text][charset]") {
  CHECK(to_utf8(chinese, "text/xml; charset=gb2312") == DecodedText{chinese, "utf-8"});
  CHECK(to_utf8("<?xml version='1.0' encoding='utf-16'?>é") ==
        DecodedText{"<?xml version='1.0' encoding='utf-16'?>é", "utf-8"});
}

TEST_CASE("A Latin-1 declaration means Windows-1252", "[text][charset]") {
  CHECK(to_utf8("M\xFCller\x92s", "text/xml; charset=ISO-8859-1") ==
        DecodedText{"Müller’s", "windows-1252"});
}

TEST_CASE("Another script is read as such where a Western charset is declared", "[text][charset]") {
  for (const Legacy& legacy : legacy_texts) {
    if (legacy.charset == "shift_jis"sv || legacy.charset == "big5"sv) continue;  // half ASCII
    CAPTURE(legacy.charset);
    const std::string markup = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><t>";
    CHECK(to_utf8(markup + bytes_of(legacy.hex)).text == markup + legacy.means);
  }
  const std::string markup = "<?xml version=\"1.0\" encoding=\"big5\"?><t>";
  const std::string servlet = "text/xml; charset=ISO-8859-1";
  CHECK(to_utf8(markup + bytes_of(legacy_texts[0].hex), servlet).text == markup + chinese);
  CHECK_THAT(
      to_utf8("<t>\x97\x97\x97\x97\x97\x97\x97\x97\x97\x97\x97\x97\x97\x97 M\xFCller", servlet)
          .text,
      Catch::EndsWith("— Müller"));
}

TEST_CASE("Japanese in seven bits is known by its escapes", "[text][charset]") {
  CHECK(to_utf8("<?xml version=\"1.0\"?><t>\x1B$B@oN,\x1B(B</t>").text ==
        "<?xml version=\"1.0\"?><t>戦略</t>");
  CHECK(to_utf8("<t>\x1B[31m red</t>").encoding == "utf-8");
}

TEST_CASE("An unknown charset in HTTP leaves the word to the XML declaration", "[text][charset]") {
  CHECK(to_utf8("<?xml encoding='iso-8859-2'?>\xA9koda", "text/xml; charset=none").text ==
        "<?xml encoding='iso-8859-2'?>Škoda");
}

TEST_CASE("A few stray bytes do not turn UTF-8 into something else", "[text][charset]") {
  const DecodedText read = to_utf8(bytes_of("E4B88AE6B5B7E58D97E4BAAC20646F6E9274"));
  CHECK(read.text == "上海南京 don’t");
  CHECK(read.encoding == "utf-8");
}

TEST_CASE("One stray byte does not make another charset of a short text", "[text][charset]") {
  CHECK(to_utf8("<?xml version='1.0' encoding='utf-8'?><t>“Nordwerk” \xAE</t>").text ==
        "<?xml version='1.0' encoding='utf-8'?><t>“Nordwerk” ®</t>");
}

TEST_CASE("Any bytes give valid UTF-8 in linear time", "[text][charset]") {
  std::string noise;
  unsigned state = 7;
  for (int i = 0; i < 1'000'000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += static_cast<char>(state >> 24U);
  }
  CHECK_FALSE(to_utf8(noise).text.empty());
  CHECK(to_utf8("").text.empty());
  CHECK_FALSE(to_utf8(noise, "text/xml; charset=gb18030").text.empty());
}

}  // namespace tipoff
