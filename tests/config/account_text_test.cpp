// Encodings and delimiters of account files.
#include "config/account_text.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("UTF-8 is read with and without a byte order mark", "[accounts]") {
  CHECK(account_text("\xEF\xBB\xBFname\nMüller\n").text == "name\nMüller\n");
  CHECK(account_text("name\n小米\n").text == "name\n小米\n");
  CHECK(account_text("name\n小米\n").encoding == "utf-8");
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
