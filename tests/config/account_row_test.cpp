// Cells of an account row, and rows that become one account.
#include "config/account_row.h"

#include "catch.h"

namespace tipoff {

namespace {

using Values = std::vector<std::string>;

Account account_of(std::vector<std::string> names, std::vector<std::string> cells,
                   Complaints& complaints) {
  const auto columns = read_columns({1, std::move(names), ""}, "a.csv", complaints);
  return read_account({2, std::move(cells), ""}, columns, "a.csv", complaints);
}

}  // namespace

TEST_CASE("Several values in a cell are separated by semicolons, each once", "[accounts]") {
  CHECK(split_values(" Nordlicht ; NL;;Nordlicht; 北光 ") == Values{"Nordlicht", "NL", "北光"});
  CHECK(split_values(" ; ") == Values{});
  CHECK(split_values("two\r\n lines") == Values{"two lines"});
}

TEST_CASE("Yes and no are told in the words of the contract, in any case", "[accounts]") {
  for (const auto* yes : {"yes", "Y", "TRUE", "1", "x", "Ja", "是", " yes "})
    CHECK(yes_or_no(yes) == true);
  for (const auto* no : {"no", "N", "False", "0", "nein", "否"}) CHECK(yes_or_no(no) == false);
  for (const auto* neither : {"", "maybe", "2", "yes!"}) CHECK(yes_or_no(neither) == std::nullopt);
}

TEST_CASE("An empty answer says nothing", "[accounts]") {
  Complaints complaints;
  const Values names{"name", "sold_in_industry", "reference_customer", "personally_involved",
                     "do_not_call"};
  const Account silent = account_of(names, {"Nordlicht", "", "", "", ""}, complaints);
  CHECK(silent.sold_in_industry == std::nullopt);
  CHECK_FALSE(silent.do_not_call);
  const Account telling = account_of(names, {"Nordlicht", "nein", "是", "x", "1"}, complaints);
  CHECK(telling.sold_in_industry == false);
  CHECK(telling.reference_customer == true);
  CHECK(telling.personally_involved);
  CHECK(telling.do_not_call);
  CHECK(complaints.empty());
}

TEST_CASE("An answer that is neither yes nor no is a complaint with its column", "[accounts]") {
  Complaints complaints;
  CHECK_FALSE(
      account_of({"name", "do_not_call"}, {"Nordlicht", "perhaps"}, complaints).do_not_call);
  REQUIRE(complaints.size() == 1);
  CHECK_THAT(to_text(complaints[0]),
             Catch::StartsWith("a.csv:2: do_not_call: 'perhaps' is neither yes"));
}

TEST_CASE("A row without any contact cell has no contact", "[accounts]") {
  Complaints complaints;
  const Values names{"name", "contact_name", "email"};
  CHECK(account_of(names, {"Nordlicht", " ", ""}, complaints).contacts.empty());
  CHECK(account_of(names, {"Nordlicht", "", "a@b.example"}, complaints).contacts.size() == 1);
}

TEST_CASE("A further row adds contacts, values, and what was empty", "[accounts]") {
  Account account;
  account.aliases = {"NL"};
  account.contacts = {{"Eva", "COO", "", ""}};
  account.extra = {{"note", "first"}};
  Account row;
  row.aliases = {"NL", "Nordlicht"};
  row.owner = "anna";
  row.do_not_call = true;
  row.contacts = {{"Eva", "COO", "", ""}, {"Jan", "CFO", "", ""}};
  row.extra = {{"note", "second"}};
  Complaints complaints;
  add_row(account, row, "a.csv", 3, complaints);
  CHECK(complaints.empty());
  CHECK(account.aliases == Values{"NL", "Nordlicht"});
  CHECK(account.owner == "anna");
  CHECK(account.do_not_call);
  CHECK(account.contacts.size() == 2);
  CHECK(account.extra[0].second == "first; second");
}

TEST_CASE("A single value that differs stays as in the first row, with a warning", "[accounts]") {
  Account account;
  account.owner = "anna";
  Account row;
  row.owner = "ben";
  Complaints complaints;
  add_row(account, row, "a.csv", 3, complaints);
  CHECK(account.owner == "anna");
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].warning);
  CHECK(complaints[0].key == "owner");
}

}  // namespace tipoff
