#include "cli/account_lookup.h"

#include <algorithm>

#include "match/legal_form.h"
#include "text/format.h"

namespace tipoff {
namespace {

bool bears(const Account& account, const std::string& folded) {
  if (folded_name(account.name) == folded ||
      folded_name(without_legal_form(account.name)) == folded)
    return true;
  return std::any_of(account.aliases.begin(), account.aliases.end(),
                     [&](const std::string& alias) { return folded_name(alias) == folded; });
}

std::string list_of(const std::vector<const Account*>& accounts) {
  constexpr std::size_t most = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(accounts.size(), most); ++i)
    text += fmt::format("{}{} ({})", i == 0 ? "" : ", ", accounts[i]->id, accounts[i]->name);
  return accounts.size() > most ? text + ", .." : text;
}

}  // namespace

Result<const Account*> look_up(const std::vector<Account>& accounts, const std::string& named) {
  const auto by_id = std::find_if(accounts.begin(), accounts.end(),
                                  [&](const Account& account) { return account.id == named; });
  if (by_id != accounts.end()) return &*by_id;

  const std::string folded = folded_name(named);
  std::vector<const Account*> same;
  std::vector<const Account*> near;
  for (const Account& account : accounts) {
    if (bears(account, folded)) same.push_back(&account);
    if (!folded.empty() && folded_name(account.name).starts_with(folded)) near.push_back(&account);
  }
  if (same.size() == 1) return same.front();
  if (same.empty() && near.size() == 1) return near.front();
  if (same.size() > 1)
    return failure(
        fmt::format("several accounts are called '{}': {}; give the id", named, list_of(same)));
  if (!near.empty())
    return failure(fmt::format("no account is called '{}'; there are {}", named, list_of(near)));
  return failure(
      fmt::format("no account is called '{}'; `tipoff account list` shows them all", named));
}

}  // namespace tipoff
