// What moved on a call list from one version to another, for people who read it in the morning.
#pragma once

#include <vector>

#include "rank/call_list.h"

namespace tipoff {

struct ListMoves {
  std::vector<const CallListEntry*> entered;  // as they stand now; each by rank
  std::vector<const CallListEntry*> rose;     // a higher score, or a higher place by other events
  std::vector<const CallListEntry*> fell;     // a lower score
  std::vector<const CallListEntry*> left;     // as they stood before

  [[nodiscard]] bool empty() const {
    return entered.empty() && rose.empty() && fell.empty() && left.empty();
  }
};

/// Who merely made room for another has not moved. Pointers last as long as the lists.
[[nodiscard]] ListMoves list_moves(const CallList& before, const CallList& now);

}  // namespace tipoff
