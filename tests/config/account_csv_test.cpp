// Account files that are written and read back.
#include <random>

#include "catch.h"
#include "config/account_file.h"

namespace tipoff {

namespace {

/// A file that no person would write, in which every oddity meets every other.
std::string random_file(std::mt19937& random) {
  constexpr std::string_view names =
      "id,name,aliases,contact_name,phone,industry,do_not_call,reference_customer,note,note,,Ünits";
  const std::vector<std::string> pieces{"",     "a", "A",  "Nord", "小米", ";",  " ",
                                        "\"\"", "x", "no", "\r\n", ",",    "=1", "'"};
  std::string text(names);
  text += "\n";
  for (auto rows = random() % 12; rows > 0; --rows) {
    for (int column = 0; column < 12; ++column) {
      text += column == 0 ? "\"" : ",\"";
      for (auto count = random() % 4; count > 0; --count) text += pieces[random() % pieces.size()];
      text += '"';
    }
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("What is written is read back the same", "[accounts]") {
  std::mt19937 random(11);
  std::size_t accounts = 0;
  for (int round = 0; round < 1000; ++round) {
    const auto first = parse_accounts(random_file(random), "a.csv").accounts;
    const std::string written = to_csv(first);
    const auto second = parse_accounts(written, "a.csv");
    CAPTURE(written);
    CHECK_FALSE(any_error(second.complaints));
    REQUIRE(second.accounts == first);
    accounts += first.size();
  }
  CHECK(accounts > 2000);
}

TEST_CASE("The written file has a BOM, CRLF, a row a contact, and the unknown columns last",
          "[accounts]") {
  const auto reading = parse_accounts(
      "CRM,name,contact_name,id,do_not_call\n7,\"Nord, Inc.\",Eva,n,1\n,\"Nord, Inc.\",Jan,n,\n",
      "a.csv");
  CHECK(to_csv(reading.accounts) ==
        "\xEF\xBB\xBFid,name,aliases,website,ticker,industry,region,contact_name,contact_title,"
        "phone,email,owner,"
        "sold_in_industry,reference_customer,personally_involved,context,exclude,do_not_call,"
        "parent,CRM\r\n"
        "n,\"Nord, Inc.\",,,,,,Eva,,,,,,,,,,yes,,7\r\n"
        "n,\"Nord, Inc.\",,,,,,Jan,,,,,,,,,,,,\r\n");
}

}  // namespace tipoff
