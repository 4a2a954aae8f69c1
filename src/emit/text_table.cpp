// Lays out a table for a terminal.
#include "emit/text_table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "text/utf8.h"
#include "text/width.h"

namespace tipoff {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t least_width = 4;  // of a column that shrinks

void trim_end(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
}

}  // namespace

TextTable::TextTable(std::vector<TextColumn> columns) : columns_(std::move(columns)) {}

void TextTable::add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) cell = clean_text(cell);
  rows_.push_back(std::move(cells));
}

std::string TextTable::to_text(std::size_t width) const {
  std::vector<std::string> headings;
  headings.reserve(columns_.size());
  for (const TextColumn& column : columns_) headings.push_back(column.heading);

  const std::vector<std::size_t> column_widths = widths(width);
  std::string text;
  const auto append = [&](const std::vector<std::string>& cells) {
    std::string row = line(cells, column_widths);
    text += width == 0 ? row : clip_to_width(row, width);
    text += '\n';
  };
  append(headings);
  for (const auto& row : rows_) append(row);
  return text;
}

std::vector<std::size_t> TextTable::widths(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    std::size_t widest = display_width(columns_[at].heading);
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[at]));
    widths.push_back(widest);
  }
  if (width == 0 || widths.empty()) return widths;

  std::size_t total =
      std::accumulate(widths.begin(), widths.end(), (widths.size() - 1) * gap.size());
  for (; total > width; --total) {
    std::size_t most = columns_.size();
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      if (columns_[at].share == 0 || widths[at] <= least_width) continue;
      const auto share = static_cast<std::size_t>(columns_[at].share);
      if (most == columns_.size() ||
          widths[at] * static_cast<std::size_t>(columns_[most].share) > widths[most] * share)
        most = at;
    }
    if (most == columns_.size()) break;
    --widths[most];
  }
  return widths;
}

std::string TextTable::line(const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& widths) const {
  std::string text;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    const std::string cell = clip_to_width(cells[at], widths[at]);
    const std::string padding(widths[at] - display_width(cell), ' ');
    if (at > 0) text += gap;
    text += columns_[at].align == TextColumn::Align::right ? padding + cell : cell + padding;
  }
  trim_end(text);
  return text;
}

}  // namespace tipoff
