// Recognises the columns of an account file by the names in its first row.
#include "config/account_columns.h"

#include <algorithm>

#include "config/nearest.h"

namespace tipoff {

namespace {

std::string plain_name(std::string_view cell) {
  std::string name(trimmed(cell));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') c = '_';
  }
  return name;
}

std::size_t column_of(std::string_view cell) {
  const auto* found = std::ranges::find(account_column_names, plain_name(cell));
  return static_cast<std::size_t>(found - account_column_names.begin());
}

std::string all_names() {
  std::string names;
  for (const std::string_view name : account_column_names) {
    names.append(names.empty() ? "" : ",").append(name);
  }
  return names;
}

/// A name of its own for each unknown column, so that none is lost when the file is written again.
std::string extra_name(const AccountColumns& columns, std::string_view cell, std::size_t place) {
  const std::string wanted =
      cell.empty() ? "column " + std::to_string(place + 1) : std::string(cell);
  std::string name = wanted;
  const auto taken = [&](const auto& extra) { return extra.second == name; };
  for (int n = 2; std::ranges::any_of(columns.extra, taken); ++n) {
    name = wanted + " (" + std::to_string(n) + ")";
  }
  return name;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::size_t known_columns(std::span<const std::string> cells) {
  return static_cast<std::size_t>(std::ranges::count_if(cells, [](const std::string& cell) {
    return column_of(cell) < account_column_names.size();
  }));
}

std::string_view AccountColumns::cell(const CsvRow& row, AccountColumn column) const {
  const std::size_t place = at[static_cast<std::size_t>(column)];
  return place < row.cells.size() ? trimmed(row.cells[place]) : std::string_view{};
}

AccountColumns read_columns(const CsvRow& header, const std::string& file, Complaints& complaints) {
  AccountColumns columns;
  columns.at.fill(AccountColumns::absent);
  columns.usable = true;
  columns.count = header.cells.size();
  while (columns.count > 0 && trimmed(header.cells[columns.count - 1]).empty()) --columns.count;
  for (std::size_t place = 0; place < columns.count; ++place) {
    const std::string cell(trimmed(header.cells[place]));
    const std::size_t known = column_of(cell);
    if (known == account_column_names.size()) {
      columns.extra.emplace_back(place, extra_name(columns, cell, place));
      if (const auto near = nearest(plain_name(cell), account_column_names)) {
        complaints.push_back({file, header.line, cell,
                              "unknown column, kept as it is; did you mean '" + *near + "'?",
                              true});
      }
    } else if (columns.at[known] != AccountColumns::absent) {
      complaints.push_back(
          {file, header.line, cell, "this column is there twice; rename one of them", false});
      columns.usable = false;
    } else {
      columns.at[known] = place;
    }
  }
  if (columns.at[static_cast<std::size_t>(AccountColumn::name)] == AccountColumns::absent) {
    complaints.push_back(
        {file, header.line, "name",
         "no column has this name; the first row must name the columns, of which only 'name' is "
         "required: " +
             all_names(),
         false});
    columns.usable = false;
  }
  return columns;
}

}  // namespace tipoff
