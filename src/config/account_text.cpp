// Which encoding and which delimiter an account file uses.
#include "config/account_text.h"

#include "config/account_columns.h"
#include "config/csv.h"

namespace tipoff {

AccountText account_text(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return {std::string(bytes), "utf-8"};
}

char account_delimiter(std::string_view text) {
  char best = ',';
  std::size_t best_known = 0;
  std::size_t best_cells = 0;
  for (const char delimiter : {',', ';', '\t'}) {
    CsvRow row;
    if (CsvReader reader(text, delimiter); !reader.next(row)) continue;
    const std::size_t known = known_columns(row.cells);
    if (known < best_known || (known == best_known && row.cells.size() <= best_cells)) continue;
    best = delimiter;
    best_known = known;
    best_cells = row.cells.size();
  }
  return best;
}

}  // namespace tipoff
