// Bundle: what stands in one message to one recipient.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "alert/news.h"
#include "alert/notice.h"

namespace tipoff {

/// A notice that is due, with the change as it stands now.
struct DueNews {
  Notice notice;
  TriggerNews news;
};

/// The order within a message: the account with the higher score first.
[[nodiscard]] bool stands_higher(const DueNews& a, const DueNews& b);

struct Bundle {
  enum class Kind { single, group, quiet, digest, storm, reminder };
  Kind kind = Kind::single;
  std::vector<DueNews> told;  // highest score first; never empty but for a digest
};

/// Makes messages of what is due for one recipient: what is `together` in one, the rest one by one;
/// within the storm cap, of whose last message the rest becomes a summary. `sent_last_hour`:
/// messages made for this recipient in the hour before. Where the cap is used up already nothing
/// comes back: the notices stay due. So does what a capped webhook, or a digest in the last
/// message, has no room for.
[[nodiscard]] std::vector<Bundle> bundles(const Channel& channel, std::vector<DueNews> due,
                                          std::size_t sent_last_hour);

/// When a recipient whose cap is used up may hear again: an hour after the oldest of `sent`.
[[nodiscard]] Time storm_ends(std::span<const Time> sent);

}  // namespace tipoff
