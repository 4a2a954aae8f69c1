// Feedback: what a person says of events, and what follows for their standing, score and alerts.
#pragma once

#include <string>
#include <vector>

#include "result.h"
#include "store/database.h"
#include "store/judgement_table.h"

namespace tipoff {

/// Who says so, when, and why.
struct Remark {
  std::string by;
  Time at{};
  std::string reason;  // may be empty
};

struct Judged {
  Judgement judgement;  // made, or taken back
  std::vector<Story>
      before;  // the stories whose standing changed, as they were; none: nothing new was said
  std::vector<Story> after;  // the same ones, as they are
};

/// Takes the event and its like (same rule on the same account within 30 days, those that a person
/// confirmed left out) out of score and alerts: what is still owed because of them is withheld.
/// Like events that come later are wrong too, until this is taken back. An error: no such event.
[[nodiscard]] Result<Judged> mark_wrong(Database& database, std::int64_t story,
                                        const Remark& remark);

/// Lets this one event count. It alerts like a new one if its present state came from an alertable
/// report, its time lies within `max_age`, and nobody was told of that state before.
[[nodiscard]] Result<Judged> confirm(Database& database, std::int64_t story, const Remark& remark,
                                     std::chrono::seconds max_age);

/// Takes the last judgement that covers this event back, with all that it covers. Nobody is alerted
/// of what counts again, but what was withheld is owed again. Errors: no such event, not judged.
[[nodiscard]] Result<Judged> undo(Database& database, std::int64_t story, const Remark& remark);

/// What the seller heard elsewhere.
struct Hearsay {
  std::string account;
  std::vector<std::string> names;  // the account's
  std::string event;
  std::string text;
  std::string url;
};

/// A report of the rule "seller", announced, that counts at once and alerts nobody. Told news joins
/// its story, and confirms it where it waited for review or was wrong. The story's id comes back.
[[nodiscard]] std::int64_t add_hearsay(Database& database, const Hearsay& hearsay,
                                       const Remark& remark);

}  // namespace tipoff
