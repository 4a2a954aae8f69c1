// Which columns the first row of an account file names.
#include "config/account_columns.h"

#include "catch.h"

namespace tipoff {

namespace {
CsvRow header(std::vector<std::string> cells) {
  return {1, std::move(cells), ""};
}
}  // namespace

TEST_CASE("Columns are found in any order, any case, with spaces for underscores", "[accounts]") {
  Complaints complaints;
  const auto columns =
      read_columns(header({" Contact Name", "REGION", "Name"}), "a.csv", complaints);
  CHECK(complaints.empty());
  CHECK(columns.usable);
  const CsvRow row = {2, {"Eva Lind", " Bavaria ", "Nordlicht"}, ""};
  CHECK(columns.cell(row, AccountColumn::contact_name) == "Eva Lind");
  CHECK(columns.cell(row, AccountColumn::region) == "Bavaria");
  CHECK(columns.cell(row, AccountColumn::id).empty());
}

TEST_CASE("Unknown columns are kept in file order, each under a name of its own", "[accounts]") {
  Complaints complaints;
  const auto columns =
      read_columns(header({"CRM", "name", "", "CRM", "", ""}), "a.csv", complaints);
  CHECK(complaints.empty());
  using Extra = std::vector<std::pair<std::size_t, std::string>>;
  CHECK(columns.extra == Extra{{0, "CRM"}, {2, "column 3"}, {3, "CRM (2)"}});
  CHECK(columns.count == 4);
}

TEST_CASE("A column without which nothing works is missed", "[accounts]") {
  Complaints complaints;
  CHECK_FALSE(read_columns(header({"id", "company"}), "a.csv", complaints).usable);
  REQUIRE(complaints.size() == 1);
  CHECK_THAT(to_text(complaints[0]), Catch::StartsWith("a.csv:1: name: no column has this name"));
}

TEST_CASE("A known column that is there twice is an error", "[accounts]") {
  Complaints complaints;
  CHECK_FALSE(read_columns(header({"name", "region", "Region"}), "a.csv", complaints).usable);
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].key == "Region");
}

TEST_CASE("An unknown column that looks like a known one is a warning", "[accounts]") {
  Complaints complaints;
  CHECK(read_columns(header({"name", "alises"}), "a.csv", complaints).usable);
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].warning);
  CHECK_THAT(complaints[0].message, Catch::Contains("did you mean 'aliases'?"));
}

TEST_CASE("A short row has empty cells at its end", "[accounts]") {
  Complaints complaints;
  const auto columns = read_columns(header({"name", "owner"}), "a.csv", complaints);
  CHECK(columns.cell({2, {"Nordlicht"}, ""}, AccountColumn::owner).empty());
}

}  // namespace tipoff
