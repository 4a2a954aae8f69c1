// Takes a report into the stories: a new story, a further source, or a state that moves on.
#pragma once

#include "cluster/story.h"
#include "store/judgement_table.h"
#include "store/story_table.h"

namespace tipoff {

struct TakenReport {
  std::int64_t story = 0;
  bool is_event = false;  // a new story, or a new state of one
};

/// Stores the report with its story, and owes publish what changed; within the caller's
/// transaction. A new story that is like one that was judged wrong is wrong too.
TakenReport take_report(StoryTable& stories, JudgementTable& judgements, const Report& report);

}  // namespace tipoff
