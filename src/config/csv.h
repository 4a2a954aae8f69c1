// CSV as RFC 4180 has it, read as leniently as programs write it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

struct CsvRow {
  int line = 0;  // physical line on which the row starts, from 1
  std::vector<std::string> cells;
  std::string fault;  // why this row cannot be read; empty: it could
};

/// Rows one after the other. Cells may be quoted and then hold line ends, delimiters and doubled
/// quotes; spaces around the quotes are dropped. A row ends with CRLF, LF or CR. Rows without any
/// text are passed over. After a faulty row (a quote never closed, text after a closing quote, a
/// NUL byte, a cell beyond `largest_cell`) reading goes on with the physical line after its first.
class CsvReader {
 public:
  static constexpr std::size_t largest_cell = 64U << 10;  // bytes
  static constexpr std::size_t most_cells = 1000;

  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// The next row, in `row`, whose memory is used again; false at the end.
  [[nodiscard]] bool next(CsvRow& row);

 private:
  void read_row(CsvRow& row);
  const char* read_cell(std::string& cell);
  const char* read_quoted(std::string& cell);
  const char* read_plain(std::string& cell);
  void give_up(CsvRow& row, std::size_t start, const char* fault);
  [[nodiscard]] bool at_line_end() const;
  void skip_line_end();
  void skip_spaces();

  std::string_view text_;
  char delimiter_;
  std::size_t position_ = 0;
  int line_ = 1;
};

/// The text as a cell between commas: quoted where it must be.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace tipoff
