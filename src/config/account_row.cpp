// The cells of a row, and how several rows become one account.
#include "config/account_row.h"

#include <algorithm>
#include <array>

namespace tipoff {

namespace {

using enum AccountColumn;

struct Place {
  const std::string& file;
  int line;
  Complaints& complaints;

  void complain(std::string_view column, std::string message, bool warning) const {
    complaints.push_back({file, line, std::string(column), std::move(message), warning});
  }
};

/// Names and numbers stand on one line, however the cell was broken.
std::string one_line(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    if (!white) text += c;
    if (white && !text.empty() && text.back() != ' ') text += ' ';
  }
  return std::string(trimmed(text));
}

std::optional<bool> read_answer(const CsvRow& row, const AccountColumns& columns,
                                AccountColumn column, const Place& place) {
  const std::string_view cell = columns.cell(row, column);
  if (cell.empty()) return std::nullopt;
  const auto answer = yes_or_no(cell);
  if (!answer) {
    place.complain(name_of(column),
                   "'" + std::string(cell.substr(0, 40)) +
                       "' is neither yes (yes y true 1 x ja 是) nor no (no n false 0 nein 否)",
                   false);
  }
  return answer;
}

void add_values(std::vector<std::string>& values, std::vector<std::string> more) {
  for (std::string& value : more) {
    if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
  }
}

template <class Value>
void add_single(Value& first, Value& later, AccountColumn column, const Place& place) {
  if (later == Value{} || later == first) return;
  if (first == Value{}) {
    first = std::move(later);
  } else {
    place.complain(name_of(column), "differs from the first row of this account, which stays",
                   true);
  }
}

void add_extra(std::string& first, const std::string& later) {
  if (later.empty() || ("; " + first + "; ").find("; " + later + "; ") != std::string::npos) return;
  first += first.empty() ? later : "; " + later;
}

}  // namespace

std::vector<std::string> split_values(std::string_view cell) {
  std::vector<std::string> values;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(';'), cell.size());
    if (std::string value = one_line(cell.substr(0, end)); !value.empty()) {
      add_values(values, {std::move(value)});
    }
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return values;
}

std::optional<bool> yes_or_no(std::string_view cell) {
  constexpr std::array<std::string_view, 7> yes{"yes", "y", "true", "1", "x", "ja", "是"};
  constexpr std::array<std::string_view, 6> no{"no", "n", "false", "0", "nein", "否"};
  std::string word(trimmed(cell));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (std::ranges::find(yes, word) != yes.end()) return true;
  if (std::ranges::find(no, word) != no.end()) return false;
  return std::nullopt;
}

Account read_account(const CsvRow& row, const AccountColumns& columns, const std::string& file,
                     Complaints& complaints) {
  const Place place{file, row.line, complaints};
  const auto text = [&](AccountColumn column) { return one_line(columns.cell(row, column)); };
  const auto values = [&](AccountColumn column) { return split_values(columns.cell(row, column)); };
  Account account;
  account.id = text(id);
  account.name = text(name);
  account.aliases = values(aliases);
  account.website = text(website);
  account.tickers = values(ticker);
  account.industries = values(industry);
  account.regions = values(region);
  Contact contact{text(contact_name), text(contact_title), text(phone), text(email)};
  if (contact != Contact{}) account.contacts.push_back(std::move(contact));
  account.owner = text(owner);
  account.sold_in_industry = read_answer(row, columns, sold_in_industry, place);
  account.reference_customer = read_answer(row, columns, reference_customer, place);
  account.personally_involved =
      read_answer(row, columns, personally_involved, place).value_or(false);
  account.do_not_call = read_answer(row, columns, do_not_call, place).value_or(false);
  account.context = values(context);
  account.exclude = values(exclude);
  account.parent = text(parent);
  for (const auto& [at, name] : columns.extra) {
    account.extra.emplace_back(name, at < row.cells.size() ? row.cells[at] : "");
  }
  return account;
}

void add_row(Account& account, Account row, const std::string& file, int line,
             Complaints& complaints) {
  const Place place{file, line, complaints};
  add_values(account.aliases, std::move(row.aliases));
  add_values(account.tickers, std::move(row.tickers));
  add_values(account.industries, std::move(row.industries));
  add_values(account.regions, std::move(row.regions));
  add_values(account.context, std::move(row.context));
  add_values(account.exclude, std::move(row.exclude));
  add_single(account.website, row.website, website, place);
  add_single(account.owner, row.owner, owner, place);
  add_single(account.parent, row.parent, parent, place);
  add_single(account.sold_in_industry, row.sold_in_industry, sold_in_industry, place);
  add_single(account.reference_customer, row.reference_customer, reference_customer, place);
  account.personally_involved = account.personally_involved || row.personally_involved;
  account.do_not_call = account.do_not_call || row.do_not_call;
  for (Contact& contact : row.contacts) {
    if (std::ranges::find(account.contacts, contact) == account.contacts.end()) {
      account.contacts.push_back(std::move(contact));
    }
  }
  for (std::size_t i = 0; i < account.extra.size() && i < row.extra.size(); ++i) {
    add_extra(account.extra[i].second, row.extra[i].second);
  }
}

}  // namespace tipoff
