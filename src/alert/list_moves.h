// What moved on a call list from one version to another, for people who read it in the morning.
#pragma once

#include <vector>

#include "rank/call_list.h"

namespace tipoff {

struct Move {
  const CallListEntry* entry = nullptr;   // as it stands now; one that left: as it stood
  const CallListEntry* before = nullptr;  // null for one that entered
};

/// Each by rank.
struct ListMoves {
  std::vector<Move> entered;
  std::vector<Move> rose;  // a higher score, or a higher place by other events
  std::vector<Move> fell;  // a lower score
  std::vector<Move> left;

  [[nodiscard]] bool empty() const {
    return entered.empty() && rose.empty() && fell.empty() && left.empty();
  }
};

/// Who merely made room for another has not moved. Pointers last as long as the lists.
[[nodiscard]] ListMoves list_moves(const CallList& before, const CallList& now);

}  // namespace tipoff
