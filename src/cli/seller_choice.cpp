#include "cli/seller_choice.h"

#include <algorithm>

#include "config/nearest.h"
#include "text/format.h"

namespace tipoff {

Result<std::string> seller_for(const Settings& settings, const std::string& named,
                               const Account& account) {
  std::vector<std::string_view> sellers;
  for (const Profile& profile : settings.profiles) sellers.push_back(profile.seller);
  const auto knows = [&](const std::string& name) {
    return std::ranges::find(sellers, name) != sellers.end();
  };
  if (!named.empty()) {
    if (knows(named)) return named;
    return failure(fmt::format("no seller is named '{}'{}", named, suggestion(named, sellers)));
  }
  if (sellers.size() == 1) return std::string(sellers.front());
  if (knows(account.owner)) return account.owner;
  return failure(
      fmt::format("there are {} sellers, and {} belongs to none of them by its owner: "
                  "say --seller",
                  sellers.size(), account.name));
}

}  // namespace tipoff
