#include "pipeline/present_entries.h"

#include <algorithm>

#include "score/qualification.h"

namespace tipoff {
namespace {

constexpr std::size_t most_events = 3;  // messages name the best one

}  // namespace

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

  OfSeller& mine = of_seller_[seller];
  const auto known = mine.known.find(account);
  if (known != mine.known.end()) return &known->second;
  if (mine.listed.empty())
    for (const CallListEntry& entry : in_force->entries) mine.listed.emplace(entry.id, &entry);
  const auto listed = mine.listed.find(account);
  auto entry = listed != mine.listed.end()
                   ? *listed->second
                   : standings->entry(index->second, *in_force, stories_, now_);
  if (entry.score.events.size() > most_events) entry.score.events.resize(most_events);
  return &mine.known.emplace(account, std::move(entry)).first->second;
}

}  // namespace tipoff
