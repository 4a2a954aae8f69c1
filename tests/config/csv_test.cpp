// CSV as programs write it, and as they should not.
#include "config/csv.h"

#include <random>

#include "catch.h"

namespace tipoff {

namespace {

std::vector<CsvRow> rows_of(std::string_view text, char delimiter = ',') {
  std::vector<CsvRow> rows;
  CsvReader reader(text, delimiter);
  for (CsvRow row; reader.next(row);) rows.push_back(row);
  return rows;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("Rows end with CRLF, LF or CR, the last with nothing", "[csv]") {
  for (const std::string_view text : {"a,b\r\nc,d\r\n", "a,b\nc,d", "a,b\rc,d\r"}) {
    const auto rows = rows_of(text);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells == Cells{"a", "b"});
    CHECK(rows[1].cells == Cells{"c", "d"});
    CHECK(rows[1].line == 2);
  }
}

TEST_CASE("A quoted cell holds delimiters, line ends and doubled quotes", "[csv]") {
  const auto rows = rows_of("\"Nordlicht, Inc.\",\"the \"\"best\"\"\",\"two\r\nlines\"\nnext,,\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].cells == Cells{"Nordlicht, Inc.", "the \"best\"", "two\r\nlines"});
  CHECK(rows[1].cells == Cells{"next", "", ""});
  CHECK(rows[1].line == 3);
}

TEST_CASE("A row's line is the physical line on which it starts", "[csv]") {
  const auto rows = rows_of("a\n\n\"b\n\nb\"\nc\n");
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].line == 3);
  CHECK(rows[2].line == 6);
}

TEST_CASE("Spaces around quotes are dropped, a quote inside plain text is text", "[csv]") {
  CHECK(rows_of("a, \"b\" ,c").front().cells == Cells{"a", "b", "c"});
  CHECK(rows_of("5\" pipe,x").front().cells == Cells{"5\" pipe", "x"});
}

TEST_CASE("Rows without text are passed over", "[csv]") {
  CHECK(rows_of("").empty());
  CHECK(rows_of("\n\n,,\n \n").empty());
}

TEST_CASE("A quote that is never closed costs one row, not the rest of the file", "[csv]") {
  const auto rows = rows_of("a,b\n\"c,d\ne,f\ng,h\n");
  REQUIRE(rows.size() == 4);
  CHECK(rows[1].line == 2);
  CHECK_THAT(rows[1].fault, Catch::Contains("never closed"));
  CHECK(rows[2].cells == Cells{"e", "f"});
  CHECK(rows[3].line == 4);
}

TEST_CASE("Text after a closing quote is a fault of its row", "[csv]") {
  const auto rows = rows_of("\"Big\" Corp,x\nnext,y\n");
  REQUIRE(rows.size() == 2);
  CHECK_THAT(rows[0].fault, Catch::Contains("after a closing quote"));
  CHECK(rows[1].cells == Cells{"next", "y"});
}

TEST_CASE("NUL bytes, huge cells and endless rows are faults", "[csv]") {
  CHECK_THAT(rows_of(std::string_view("a\0b\n", 4)).front().fault, Catch::Contains("NUL"));
  CHECK_THAT(rows_of(std::string_view("\"a\0b\"\n", 6)).front().fault, Catch::Contains("NUL"));
  CHECK_THAT(rows_of(std::string(70'000, 'x')).front().fault, Catch::Contains("65536"));
  CHECK_THAT(rows_of("\"" + std::string(70'000, 'x') + "\"").front().fault,
             Catch::Contains("65536"));
  CHECK_THAT(rows_of(std::string(2000, ',')).front().fault, Catch::Contains("1000 cells"));
}

TEST_CASE("What csv_cell writes is read back", "[csv]") {
  std::mt19937 random(7);
  constexpr std::string_view letters = "ab ,;\"\r\n\t";
  for (int round = 0; round < 2000; ++round) {
    Cells cells{"x"};
    for (int i = 0; i < 3; ++i) {
      std::string& cell = cells.emplace_back();
      for (auto length = random() % 6; length > 0; --length)
        cell += letters[random() % letters.size()];
    }
    std::string text = csv_cell(cells[0]);
    for (std::size_t i = 1; i < cells.size(); ++i) text += "," + csv_cell(cells[i]);
    CAPTURE(text);
    CHECK(rows_of(text).front().cells == cells);
  }
}

}  // namespace tipoff
