// The cells of a CSV row, one character at a time.
#include "config/csv.h"

#include <algorithm>

namespace tipoff {

namespace {

constexpr const char* nul_byte =
    "holds a NUL byte: this is no text; save the list as \"CSV UTF-8\" and try again";
constexpr const char* too_large = "holds a cell of more than 65536 bytes; is a quote missing?";
constexpr const char* too_many = "holds more than 1000 cells";
constexpr const char* never_closed = "opens a quote that is never closed";
constexpr const char* after_quote =
    "has text after a closing quote; a quote within a quoted cell is written twice";

bool is_blank(const CsvRow& row) {
  return std::ranges::all_of(row.cells, [](const std::string& cell) {
    return cell.find_first_not_of(" \t\r\n") == std::string::npos;
  });
}

}  // namespace

bool CsvReader::next(CsvRow& row) {
  while (position_ < text_.size()) {
    read_row(row);
    if (!row.fault.empty() || !is_blank(row)) return true;
  }
  return false;
}

void CsvReader::read_row(CsvRow& row) {
  const std::size_t start = position_;
  row.line = line_;
  row.fault.clear();
  std::size_t count = 0;
  while (true) {
    if (count == most_cells) return give_up(row, start, too_many);
    if (count == row.cells.size()) row.cells.emplace_back();
    row.cells[count].clear();
    if (const char* fault = read_cell(row.cells[count])) return give_up(row, start, fault);
    ++count;
    if (position_ == text_.size() || text_[position_] != delimiter_) break;
    ++position_;
  }
  row.cells.resize(count);
  skip_line_end();
}

const char* CsvReader::read_cell(std::string& cell) {
  const std::size_t start = position_;
  skip_spaces();
  if (position_ < text_.size() && text_[position_] == '"') return read_quoted(cell);
  position_ = start;
  return read_plain(cell);
}

const char* CsvReader::read_quoted(std::string& cell) {
  ++position_;
  while (position_ < text_.size()) {
    const char c = text_[position_];
    if (c == '\0') return nul_byte;
    if (cell.size() >= largest_cell) return too_large;
    if (c == '"' && text_.substr(position_ + 1, 1) != "\"") {
      ++position_;
      skip_spaces();
      const bool closed =
          position_ == text_.size() || text_[position_] == delimiter_ || at_line_end();
      return closed ? nullptr : after_quote;
    }
    if (c == '"') ++position_;
    if (at_line_end()) ++line_;
    if (text_.substr(position_, 2) == "\r\n") cell += text_[position_++];
    cell += text_[position_++];
  }
  return never_closed;
}

const char* CsvReader::read_plain(std::string& cell) {
  const std::size_t start = position_;
  while (position_ < text_.size() && text_[position_] != delimiter_ && !at_line_end()) {
    if (text_[position_] == '\0') return nul_byte;
    if (position_ - start >= largest_cell) return too_large;
    ++position_;
  }
  cell = text_.substr(start, position_ - start);
  return nullptr;
}

void CsvReader::give_up(CsvRow& row, std::size_t start, const char* fault) {
  row.fault = fault;
  row.cells.clear();
  position_ = std::min(text_.find_first_of("\r\n", start), text_.size());
  line_ = row.line;
  skip_line_end();
}

bool CsvReader::at_line_end() const {
  return position_ < text_.size() && (text_[position_] == '\n' || text_[position_] == '\r');
}

void CsvReader::skip_line_end() {
  if (!at_line_end()) return;
  position_ += text_.substr(position_, 2) == "\r\n" ? 2U : 1U;
  ++line_;
}

void CsvReader::skip_spaces() {
  while (position_ < text_.size() && text_[position_] == ' ') ++position_;
}

std::string csv_cell(std::string_view text) {
  const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!outer_space && text.find_first_of("\",\r\n") == std::string_view::npos) {
    return std::string(text);
  }
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2U : 1U, c);
  return cell + '"';
}

}  // namespace tipoff
