// PresentEntries: where accounts stand in this moment of a publish, for the messages that tell of
// them.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/assembly.h"
#include "pipeline/standings.h"
#include "rank/call_list.h"
#include "store/story_table.h"

namespace tipoff {

/// Each entry is looked up or computed once, and has its best live events alone: it is copied into
/// each piece of news. What it is made of outlives it.
class PresentEntries {
 public:
  PresentEntries(const Assembly& assembly, const std::vector<Standings>& standings,
                 const std::map<std::string, CallList>& lists, StoryTable& stories, Time now);

  /// The sellers, in the order of their profiles.
  [[nodiscard]] std::vector<const Profile*> profiles() const;
  [[nodiscard]] const Profile* profile(const std::string& seller) const;  // null: no such seller
  [[nodiscard]] const CallList* list(const std::string& seller) const;

  /// Rank 0 below the list's top. Null: the seller has no such account.
  [[nodiscard]] const CallListEntry* entry(const std::string& seller, const std::string& account);

 private:
  const Assembly& assembly_;
  const std::vector<Standings>& standings_;
  const std::map<std::string, CallList>& lists_;
  StoryTable& stories_;
  Time now_;
  struct OfSeller {
    std::unordered_map<std::string, const CallListEntry*> listed;
    std::unordered_map<std::string, CallListEntry> known;
  };
  std::map<std::string, OfSeller> of_seller_;
};

}  // namespace tipoff
