// `tipoff account import` and `tipoff account list`.
#pragma once

#include <string>

#include "cli/desk.h"

namespace tipoff {

struct AccountImportArguments {
  std::string file;
  bool dry_run = false;  // tell what would change, and change nothing
};

struct AccountListArguments {
  std::string seller;
  bool dropped = false;  // only those that are off the list, with the reason
  bool risky = false;    // instead: the names that need evidence, with what would make them safe
};

/// Rewrites the account file of the configuration; the old one is kept beside it. Bad rows are
/// reported, and stop the import.
[[nodiscard]] int account_import_command(const Desk& desk, const AccountImportArguments& arguments);
[[nodiscard]] int account_list_command(const Desk& desk, const AccountListArguments& arguments);

}  // namespace tipoff
