#include "pipeline/present_entries.h"

#include <algorithm>

#include "score/qualification.h"

namespace tipoff {

PresentEntries::PresentEntries(const Assembly& assembly, const std::vector<Standings>& standings,
                               const std::map<std::string, CallList>& lists, StoryTable& stories,
                               Time now)
    : assembly_(assembly), standings_(standings), lists_(lists), stories_(stories), now_(now) {}

std::vector<const Profile*> PresentEntries::profiles() const {
  std::vector<const Profile*> profiles;
  profiles.reserve(standings_.size());
  for (const Standings& standings : standings_) profiles.push_back(&standings.profile());
  return profiles;
}

const Profile* PresentEntries::profile(const std::string& seller) const {
  for (const Standings& standings : standings_)
    if (standings.profile().seller == seller) return &standings.profile();
  return nullptr;
}

const CallList* PresentEntries::list(const std::string& seller) const {
  const auto found = lists_.find(seller);
  return found == lists_.end() ? nullptr : &found->second;
}

const CallListEntry* PresentEntries::entry(const std::string& seller, const std::string& account) {
  const auto standings = std::ranges::find_if(
      standings_, [&](const Standings& one) { return one.profile().seller == seller; });
  const auto index = assembly_.account_index.find(account);
  const CallList* const in_force = list(seller);
  if (standings == standings_.end() || index == assembly_.account_index.end() || !in_force)
    return nullptr;
  if (!belongs_to(assembly_.accounts[index->second], standings->profile())) return nullptr;

  OfSeller& known = of_seller_[seller];
  if (known.listed.empty())
    for (const CallListEntry& entry : in_force->entries) known.listed.emplace(entry.id, &entry);
  const auto listed = known.listed.find(account);
  if (listed != known.listed.end()) return listed->second;
  const auto below = known.below.find(account);
  if (below != known.below.end()) return &below->second;
  auto computed = standings->entry(index->second, *in_force, stories_, now_);
  return &known.below.emplace(account, std::move(computed)).first->second;
}

}  // namespace tipoff
