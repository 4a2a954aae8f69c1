// Writes accounts as the CSV file that parse_accounts() reads back.
#include <algorithm>

#include "config/account_columns.h"
#include "config/account_file.h"
#include "config/csv.h"

namespace tipoff {

namespace {

using Cells = std::vector<std::string>;

std::string joined(const std::vector<std::string>& values) {
  std::string cell;
  for (const std::string& value : values) cell += cell.empty() ? value : ";" + value;
  return cell;
}

std::string answer(std::optional<bool> said) {
  return !said ? "" : *said ? "yes" : "no";
}

std::vector<std::string> extra_columns(const std::vector<Account>& accounts) {
  std::vector<std::string> names;
  for (const Account& account : accounts) {
    for (std::size_t i = 0; i < account.extra.size(); ++i) {
      const std::string& name = account.extra[i].first;
      if (i < names.size() && names[i] == name) continue;
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

void add_line(std::string& text, const Cells& cells) {
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) text += ',';
    text += csv_cell(cell);
  }
  text += "\r\n";
}

/// All that the account is, with its first contact.
Cells first_row(const Account& account, const std::vector<std::string>& extras) {
  const Contact contact = account.contacts.empty() ? Contact{} : account.contacts.front();
  Cells cells{account.id,
              account.name,
              joined(account.aliases),
              account.website,
              joined(account.tickers),
              joined(account.industries),
              joined(account.regions),
              contact.name,
              contact.title,
              contact.phone,
              contact.email,
              account.owner,
              answer(account.sold_in_industry),
              answer(account.reference_customer),
              account.personally_involved ? "yes" : "",
              joined(account.context),
              joined(account.exclude),
              account.do_not_call ? "yes" : "",
              account.parent};
  for (std::size_t i = 0; i < extras.size(); ++i) {
    const auto& extra = account.extra;
    const auto same = [&](const auto& each) { return each.first == extras[i]; };
    const auto found = i < extra.size() && same(extra[i])
                           ? extra.begin() + static_cast<std::ptrdiff_t>(i)
                           : std::ranges::find_if(extra, same);
    cells.push_back(found == extra.end() ? "" : found->second);
  }
  return cells;
}

/// A further row of the account holds a contact alone.
Cells contact_row(const Account& account, const Contact& contact, std::size_t width) {
  Cells cells(width);
  const auto set = [&](AccountColumn column, const std::string& text) {
    cells[static_cast<std::size_t>(column)] = text;
  };
  set(AccountColumn::id, account.id);
  set(AccountColumn::name, account.name);
  set(AccountColumn::contact_name, contact.name);
  set(AccountColumn::contact_title, contact.title);
  set(AccountColumn::phone, contact.phone);
  set(AccountColumn::email, contact.email);
  return cells;
}

}  // namespace

std::string to_csv(const std::vector<Account>& accounts) {
  const std::vector<std::string> extras = extra_columns(accounts);
  std::string text = "\xEF\xBB\xBF";
  Cells header(account_column_names.begin(), account_column_names.end());
  header.insert(header.end(), extras.begin(), extras.end());
  add_line(text, header);
  for (const Account& account : accounts) {
    add_line(text, first_row(account, extras));
    for (std::size_t i = 1; i < account.contacts.size(); ++i) {
      add_line(text, contact_row(account, account.contacts[i], header.size()));
    }
  }
  return text;
}

}  // namespace tipoff
