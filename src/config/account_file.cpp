// Reads the account file row by row, and joins the rows of one id.
#include "config/account_file.h"

#include <algorithm>
#include <unordered_map>

#include "config/account_columns.h"
#include "config/account_row.h"
#include "config/account_text.h"
#include "config/csv.h"
#include "config/read_file.h"
#include "match/legal_form.h"

namespace tipoff {

namespace {

constexpr std::size_t most_complaints = 1000;
constexpr std::size_t most_reserved = 1'000'000;  // accounts

struct FirstRow {
  std::size_t account;  // place in the list
  int line;
};

/// The id of an account that has none written. A name without a single letter is its own id.
std::string id_of(const std::string& name) {
  std::string id = folded_name(name);
  return id.empty() ? name : id;
}

bool is_same_name(const std::string& a, const std::string& b) {
  return a == b || folded_name(a) == folded_name(b);
}

class AccountReader {
 public:
  AccountReader(std::string_view text, AccountReading& reading, const std::string& file)
      : rows_(text, reading.delimiter), reading_(reading), file_(file) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    first_rows_.reserve(std::min(lines, most_reserved));
    reading_.accounts.reserve(std::min(lines, most_reserved));
  }

  void read() {
    CsvRow row;
    if (!rows_.next(row))
      return complain(0, "", "holds no accounts; the first row names the columns");
    if (!row.fault.empty()) return complain(row.line, "", "the row " + row.fault);
    columns_ = read_columns(row, file_, reading_.complaints);
    while (columns_.usable && rows_.next(row)) {
      read_row(row);
      if (reading_.complaints.size() >= most_complaints) {
        return complain(row.line, "", "so much is wrong that the rest of the file is not read");
      }
    }
    if (columns_.usable) check_parents();
  }

 private:
  void read_row(const CsvRow& row) {
    if (!row.fault.empty()) return complain(row.line, "", "the row " + row.fault);
    for (std::size_t place = columns_.count; place < row.cells.size(); ++place) {
      if (trimmed(row.cells[place]).empty()) continue;
      return complain(
          row.line, "",
          "the row has more cells than the first row names columns; a cell that holds the "
          "delimiter must be quoted");
    }
    Account account = read_account(row, columns_, file_, reading_.complaints);
    if (account.name.empty())
      return complain(row.line, "name", "the name is missing; the row is left out");
    if (account.id.empty()) account.id = id_of(account.name);
    const auto [found, is_new] =
        first_rows_.try_emplace(account.id, FirstRow{reading_.accounts.size(), row.line});
    if (is_new) {
      reading_.accounts.push_back(std::move(account));
    } else {
      join(std::move(account), found->second, row.line);
    }
  }

  void join(Account row, const FirstRow& first, int line) {
    Account& account = reading_.accounts[first.account];
    if (is_same_name(row.name, account.name))
      return add_row(account, std::move(row), file_, line, reading_.complaints);
    complain(line, "id",
             "'" + row.id + "' is '" + row.name + "' here but '" + account.name + "' on line " +
                 std::to_string(first.line) +
                 "; give each an id of its own, or both the same name");
  }

  void check_parents() {
    for (const Account& account : reading_.accounts) {
      if (account.parent.empty() || first_rows_.contains(account.parent)) continue;
      reading_.complaints.push_back(
          {file_, first_rows_.at(account.id).line, "parent",
           "'" + account.parent + "' is the id of no account in this file", true});
    }
  }

  void complain(int line, std::string key, std::string message) {
    reading_.complaints.push_back({file_, line, std::move(key), std::move(message), false});
  }

  CsvReader rows_;
  AccountReading& reading_;
  const std::string& file_;
  AccountColumns columns_;
  std::unordered_map<std::string, FirstRow> first_rows_;
};

bool is_spreadsheet(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0");
}

/// A byte without meaning was read as U+FFFD: the name in which it stands will match no article.
void warn_of_damage(std::string_view text, const std::string& file, Complaints& complaints) {
  const std::size_t at = text.find("\xEF\xBF\xBD");
  if (at == std::string_view::npos) return;
  const auto line = 1 + std::ranges::count(text.substr(0, at), '\n');
  complaints.push_back({file, static_cast<int>(line), "",
                        "a character cannot be read here; save the list as \"CSV UTF-8\"", true});
}

}  // namespace

AccountReading read_accounts(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (bytes) return parse_accounts(*bytes, file.string());
  AccountReading reading;
  reading.complaints.push_back(
      {file.string(), 0, "", "the account file " + bytes.error().message, false});
  return reading;
}

AccountReading parse_accounts(std::string_view bytes, const std::string& file_name) {
  AccountReading reading;
  if (is_spreadsheet(bytes)) {
    reading.complaints.push_back({file_name, 0, "",
                                  "is a spreadsheet, which this version does not read; save it as "
                                  "\"CSV UTF-8\"",
                                  false});
    return reading;
  }
  const AccountText decoded = account_text(bytes);
  reading.encoding = decoded.encoding;
  reading.delimiter = account_delimiter(decoded.text);
  warn_of_damage(decoded.text, file_name, reading.complaints);
  AccountReader(decoded.text, reading, file_name).read();
  return reading;
}

}  // namespace tipoff
