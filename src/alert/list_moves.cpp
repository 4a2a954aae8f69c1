// Compares two call lists account by account.
#include "alert/list_moves.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace tipoff {
namespace {

using Places = std::unordered_map<std::string_view, const CallListEntry*>;

Places places_of(const CallList& list) {
  Places places;
  places.reserve(list.entries.size());
  for (const CallListEntry& entry : list.entries) places.emplace(entry.id, &entry);
  return places;
}

bool same_events(const CallListEntry& a, const CallListEntry& b) {
  return std::ranges::equal(a.score.events, b.score.events, [](const Story& x, const Story& y) {
    return x.id == y.id && x.certainty == y.certainty;
  });
}

}  // namespace

ListMoves list_moves(const CallList& before, const CallList& now) {
  const Places old_places = places_of(before);
  const Places places = places_of(now);
  ListMoves moves;
  for (const CallListEntry& entry : now.entries) {
    const auto found = old_places.find(entry.id);
    if (found == old_places.end()) {
      moves.entered.push_back({.entry = &entry, .before = nullptr});
      continue;
    }
    const CallListEntry& old = *found->second;
    const bool level = entry.score.score == old.score.score;
    if (entry.score.score < old.score.score)
      moves.fell.push_back({.entry = &entry, .before = &old});
    if (entry.score.score > old.score.score ||
        (level && entry.rank < old.rank && !same_events(entry, old)))
      moves.rose.push_back({.entry = &entry, .before = &old});
  }
  for (const CallListEntry& entry : before.entries)
    if (!places.contains(entry.id)) moves.left.push_back({.entry = &entry, .before = &entry});
  return moves;
}

}  // namespace tipoff
