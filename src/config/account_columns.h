// The columns of an account file: which of them its first row names, and where.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/complaint.h"
#include "config/csv.h"

namespace tipoff {

enum class AccountColumn : std::uint8_t {
  id,
  name,
  aliases,
  website,
  ticker,
  industry,
  region,
  contact_name,
  contact_title,
  phone,
  email,
  owner,
  sold_in_industry,
  reference_customer,
  personally_involved,
  context,
  exclude,
  do_not_call,
  parent
};

/// In the order of the enumeration.
inline constexpr std::array<std::string_view, 19> account_column_names{"id",
                                                                       "name",
                                                                       "aliases",
                                                                       "website",
                                                                       "ticker",
                                                                       "industry",
                                                                       "region",
                                                                       "contact_name",
                                                                       "contact_title",
                                                                       "phone",
                                                                       "email",
                                                                       "owner",
                                                                       "sold_in_industry",
                                                                       "reference_customer",
                                                                       "personally_involved",
                                                                       "context",
                                                                       "exclude",
                                                                       "do_not_call",
                                                                       "parent"};

[[nodiscard]] constexpr std::string_view name_of(AccountColumn column) {
  return account_column_names[static_cast<std::size_t>(column)];
}

struct AccountColumns {
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  std::array<std::size_t, account_column_names.size()> at{};  // place in the row, or absent
  std::vector<std::pair<std::size_t, std::string>> extra;     // unknown columns, in file order
  std::size_t count = 0;
  bool usable = false;  // a name column is there, and none is there twice

  /// The cell, without white space around it; empty where the column is absent or the row is short.
  [[nodiscard]] std::string_view cell(const CsvRow& row, AccountColumn column) const;
};

/// Case, and spaces or hyphens for `_`, do not matter in known names. What is doubtful goes to
/// `complaints`.
[[nodiscard]] AccountColumns read_columns(const CsvRow& header, const std::string& file,
                                          Complaints& complaints);

/// How many of the cells are names of known columns.
[[nodiscard]] std::size_t known_columns(std::span<const std::string> cells);

/// Without ASCII white space around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace tipoff
