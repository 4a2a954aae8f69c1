// One row of an account file as an account with at most one contact.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/account_columns.h"
#include "match/account.h"

namespace tipoff {

/// What the row says. A yes/no cell that is neither is a complaint, and says nothing. The id is
/// empty where none is written.
[[nodiscard]] Account read_account(const CsvRow& row, const AccountColumns& columns,
                                   const std::string& file, Complaints& complaints);

/// What another row of the same account adds: contacts, values in lists, cells that were empty. A
/// single value that differs from the first row's is a warning, and the first one stays.
void add_row(Account& account, Account row, const std::string& file, int line,
             Complaints& complaints);

/// The values of a cell, separated by `;`, each once.
[[nodiscard]] std::vector<std::string> split_values(std::string_view cell);

/// yes y true 1 x ja 是 / no n false 0 nein 否, in any case; empty for anything else.
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view cell);

}  // namespace tipoff
