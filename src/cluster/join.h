// Which story a report belongs to, and what it does to it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "cluster/story.h"

namespace tipoff {

/// Index of the story among `known` (stories of the same account) that the report tells again, if
/// any. The same event within two weeks of its last report whose text is near, or whose headline or
/// evidence names the same things; different deals of one account stay apart. Where one is in
/// Chinese and the other is not: the same numbers, or no more than two days between them, no other
/// sum, and no other story that could be meant. A completion or denial may come 400 days later if
/// it names the same. A wrong story takes its repetitions in too.
[[nodiscard]] std::optional<std::size_t> story_told_by(const Report& report,
                                                       std::span<const Story> known);

[[nodiscard]] Story new_story(const Report& report);

struct Advance {
  Story story;
  bool changed = false;  // worth storing: it differs from what came in
  bool state_moved =
      false;  // a new certainty, or counted now after waiting for review: owed to publish
};

/// The story with the report taken in. A state moves forward (rumoured, announced, completed) or to
/// denied; from denied only a newer report with another text moves it on. A further source adds
/// itself and never moves happened_at, except while `fresh`: the present state has not been
/// published yet, so that the order in which feeds arrive does not matter: then the surest report
/// is shown, of equals the earliest. An unambiguous report brings a story out of review.
[[nodiscard]] Advance advance(Story story, const Report& report, bool fresh);

}  // namespace tipoff
