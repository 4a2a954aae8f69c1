// CSV: rows of whatever bytes, and the account list that they make.
#include "config/csv.h"

#include "config/account_file.h"
#include "must.h"
#include "targets.h"

namespace tipoff::fuzz {

void csv(std::string_view bytes) {
  for (const char delimiter : {',', ';', '\t'}) {
    CsvReader reader(bytes, delimiter);
    CsvRow row;
    for (int line = 0; reader.next(row); line = row.line) {
      must(row.line > line, "each row stands behind the one before it");
      must(row.cells.size() <= CsvReader::most_cells, "a row has its most cells");
    }
  }
  const AccountReading reading = parse_accounts(bytes, "accounts.csv");
  for (const Account& account : reading.accounts)
    must(!account.name.empty(), "accounts have names");
  const AccountReading again = parse_accounts(to_csv(reading.accounts), "accounts.csv");
  must(again.accounts.size() == reading.accounts.size(), "what is written is read");
}

}  // namespace tipoff::fuzz
