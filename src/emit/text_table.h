// TextTable: a table for a terminal, its columns aligned whatever the script of the text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tipoff {

struct TextColumn {
  enum class Align { left, right };

  std::string heading;
  Align align = Align::left;
  int share = 0;  // of a scarce width, against the other columns that shrink; 0: never shrinks
};

class TextTable {
 public:
  explicit TextTable(std::vector<TextColumn> columns);

  /// Cells in order of the columns; missing ones are empty, surplus ones dropped. Control
  /// characters and line breaks in a cell do not reach the terminal.
  void add(std::vector<std::string> cells);

  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// Heading and rows, each ended by a newline, none wider than `width` columns (0: as wide as the
  /// text needs): columns with a share shrink, and what still does not fit is cut with "…".
  [[nodiscard]] std::string to_text(std::size_t width) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;
  [[nodiscard]] std::string line(const std::vector<std::string>& cells,
                                 const std::vector<std::size_t>& widths) const;

  std::vector<TextColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace tipoff
