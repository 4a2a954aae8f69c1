// Tables for a terminal.
#include "emit/text_table.h"

#include <sstream>

#include "catch.h"
#include "text/width.h"

namespace tipoff {

namespace {

using enum TextColumn::Align;

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("Columns are aligned whatever the script", "[emit]") {
  TextTable table({{"Rank", right, 0}, {"Account", left, 0}, {"Why", left, 0}});
  table.add({"1", "Brunnwerk", "merger"});
  table.add({"12", "和顺机械", "合并"});
  CHECK(table.to_text(0) ==
        "Rank  Account    Why\n"
        "   1  Brunnwerk  merger\n"
        "  12  和顺机械   合并\n");
}

TEST_CASE("Missing cells are empty and surplus ones dropped", "[emit]") {
  TextTable table({{"A", left, 0}, {"B", left, 0}});
  CHECK(table.empty());
  table.add({"1"});
  table.add({"1", "2", "3"});
  CHECK_FALSE(table.empty());
  CHECK(table.to_text(0) == "A  B\n1\n1  2\n");
}

TEST_CASE("Only columns with a share shrink, by their shares", "[emit]") {
  TextTable table({{"Id", left, 0}, {"Name", left, 1}, {"Why", left, 2}});
  table.add({"1234567890", std::string(40, 'n'), std::string(40, 'w')});
  CHECK(table.to_text(44) ==
        "Id          Name        Why\n"
        "1234567890  nnnnnnnnn…  wwwwwwwwwwwwwwwwwww…\n");
}

TEST_CASE("A table fits whatever width is asked for", "[emit]") {
  TextTable table({{"Rank", right, 0}, {"Account", left, 1}, {"Why now", left, 3}});
  table.add({"1", "和顺机械股份有限公司",
             "merger announced 2026-03-02: “两家公司宣布合并” (wire.example)"});
  for (std::size_t width = 1; width < 120; ++width) {
    CAPTURE(width);
    CHECK(widest_line(table.to_text(width)) <= width);
  }
}

TEST_CASE("Control characters in a cell do not reach the terminal", "[emit]") {
  TextTable table({{"A", left, 0}});
  table.add({"red\x1b[31m\nline\rx\x07"});
  CHECK(table.to_text(0).find_first_of("\x1b\r\x07") == std::string::npos);
  CHECK(std::ranges::count(table.to_text(0), '\n') == 2);
}

}  // namespace tipoff
