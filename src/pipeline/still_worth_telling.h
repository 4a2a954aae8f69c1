// Whether what is held for a recipient is still to be told when its time comes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

#include "alert/bundle.h"
#include "alert/mute.h"
#include "pipeline/present_entries.h"
#include "store/call_table.h"

namespace tipoff {

/// Why what was held because an event stopped counting is not told: it is told after all when the
/// event counts again.
inline constexpr const char* withheld = "withheld: the event no longer counts";

struct PresentState {
  PresentEntries& entries;
  const StoryTable& stories;
  const CallTable& calls;
  std::span<const Mute> mutes;
};

/// The news as it stands now, or why it is not told: expired, muted, wrong, denied before anyone
/// heard of it, as it was told before, its window ended, its account dropped, or, for a reminder,
/// already called.
[[nodiscard]] std::variant<TriggerNews, std::string> still_worth_telling(const Notice& notice,
                                                                         PresentState& state,
                                                                         Time now);

}  // namespace tipoff
