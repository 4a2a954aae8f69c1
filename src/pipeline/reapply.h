// Reapply: what a second reading does to the stories.
#pragma once

#include <optional>
#include <vector>

#include "cluster/story.h"
#include "pipeline/second_reading.h"
#include "store/database.h"

namespace tipoff {

struct StoryDifference {
  std::optional<Story> before;  // none: gained
  std::optional<Story> after;   // none: lost
};

struct Reapplication {
  std::vector<StoryDifference>
      stories;  // gained, lost, or with another role, certainty, standing, rule or evidence
  std::size_t judged = 0;  // reports left as they are, for a person has judged their story
};

/// What would change; changes nothing.
[[nodiscard]] Reapplication outlook(const SecondReading& reading, Database& database);

/// Changes it, in short transactions, and owes publish the accounts. Nobody is alerted of what is
/// gained or changed; what is still owed because of a lost event is withheld.
Reapplication reapply(const SecondReading& reading, Database& database);

}  // namespace tipoff
