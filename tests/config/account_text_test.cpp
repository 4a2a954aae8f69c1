// Encodings and delimiters of account files.
#include "config/account_text.h"

#include <utility>
#include <vector>

#include "catch.h"

namespace tipoff {

TEST_CASE("UTF-8 is read with and without a byte order mark", "[accounts]") {
  CHECK(account_text("\xEF\xBB\xBFname\nMüller\n").text == "name\nMüller\n");
  CHECK(account_text("name\n小米\n").text == "name\n小米\n");
  CHECK(account_text("name\n小米\n").encoding == "utf-8");
}

TEST_CASE("Windows-1252 is told from GB18030, however few letters tell", "[accounts]") {
  const std::vector<std::pair<std::string, std::string>> western{
      {"name\nM\xFCller\n", "name\nMüller\n"},
      {"name\ncr\xE9\xE9"
       "e\n",
       "name\ncréée\n"},
      {"name\n\xD6"
       "BB Werke;Gr\xFC\xDF Gott\n",
       "name\nÖBB Werke;Grüß Gott\n"},
      {"name\nHerm\xE8s \x96 Paris\n\xC9lan\n", "name\nHermès – Paris\nÉlan\n"},
      {"name\n\x80 Cent\n", "name\n€ Cent\n"}};
  for (const auto& [bytes, text] : western) {
    CAPTURE(text);
    CHECK(account_text(bytes).text == text);
    CHECK(account_text(bytes).encoding == "windows-1252");
  }
}

TEST_CASE("GB18030 is told from Windows-1252, among Latin names too", "[accounts]") {
  const std::vector<std::pair<std::string, std::string>> chinese{
      {"name\n\xD0\xA1\xC3\xD7\n", "name\n小米\n"},
      {"id,name\n1,TCL\xBF\xC6\xBC\xBC\n2,Nordlicht AG\n", "id,name\n1,TCL科技\n2,Nordlicht AG\n"},
      {"name\n\xD6\xEC\xE9\x46\xBB\xF9\xBD\xF0\n\xC6\xBD\xB0\xB2\n", "name\n朱镕基金\n平安\n"},
      {"name,x\n\x87\xF8\xD0\xC5,\xCA\xC7\n", "name,x\n國信,是\n"}};
  for (const auto& [bytes, text] : chinese) {
    CAPTURE(text);
    CHECK(account_text(bytes).text == text);
    CHECK(account_text(bytes).encoding == "gb18030");
  }
}

TEST_CASE("UTF-8 with a torn character stays UTF-8, and UTF-16 is known by its mark",
          "[accounts]") {
  const auto damaged = account_text("name\n小米科技\n平安\xE5\xB9\n");
  CHECK(damaged.encoding == "utf-8");
  CHECK_THAT(damaged.text, Catch::Contains("小米科技") && Catch::Contains("\xEF\xBF\xBD"));
  CHECK(account_text(std::string_view("\xFF\xFEn\0a\0", 6)).text == "na");
}

TEST_CASE("The delimiter is the one under which the first row names most columns", "[accounts]") {
  CHECK(account_delimiter("id,name\n1,a;b;c\n") == ',');
  CHECK(account_delimiter("id;name;notes, and more, and more\n") == ';');
  CHECK(account_delimiter("name\tregion\tindustry\n") == '\t');
  CHECK(account_delimiter("name\nNordlicht\n") == ',');
  CHECK(account_delimiter("\"name\";\"a,b,c\"\n") == ';');
  CHECK(account_delimiter("") == ',');
}

}  // namespace tipoff
