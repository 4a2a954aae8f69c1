// The account list as people keep it: a CSV file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/complaint.h"
#include "match/account.h"

namespace tipoff {

struct AccountReading {
  std::vector<Account> accounts;  // in order of first appearance
  Complaints complaints;
  std::string encoding;  // "utf-8", "gb18030", "windows-1252"
  char delimiter = ',';
};

/// UTF-8 with or without BOM, Windows-1252 or GB18030, told apart; `,` `;` or tab. Every bad row is
/// a complaint with its line; the rest is kept.
[[nodiscard]] AccountReading read_accounts(const std::filesystem::path& file);
[[nodiscard]] AccountReading parse_accounts(std::string_view bytes, const std::string& file_name);

/// The account file that holds these accounts: UTF-8 with BOM, commas, a row a contact.
[[nodiscard]] std::string to_csv(const std::vector<Account>& accounts);

}  // namespace tipoff
