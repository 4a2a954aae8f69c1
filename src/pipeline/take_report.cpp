// Finds the report's story, moves it on, and notes what publish owes.
#include "pipeline/take_report.h"

#include "cluster/join.h"

namespace tipoff {
namespace {

TakenReport take_new(StoryTable& stories, JudgementTable& judgements, const Report& report) {
  Story story = new_story(report);
  const auto judgement = judgements.wrong_like(story);
  if (judgement) story.standing = Standing::wrong;
  story.id = stories.add(story);
  if (judgement) judgements.cover(*judgement, story.id);
  stories.owe({.story = story.id, .previous = std::nullopt, .alertable = report.alertable});
  return {.story = story.id, .is_event = true};
}

TakenReport take_again(StoryTable& stories, const Story& before, const Report& report) {
  const bool fresh = stories.owes_state(before.id);
  const auto step = advance(before, report, fresh);
  if (step.changed) stories.update(step.story);
  if (step.state_moved) {
    stories.owe({.story = before.id, .previous = before.certainty, .alertable = report.alertable});
  } else if (step.changed || (fresh && report.alertable)) {
    // A source more changes the list; whether it may alert depends on the state still being
    // unpublished.
    stories.owe(
        {.story = before.id, .previous = before.certainty, .alertable = fresh && report.alertable});
  }
  return {.story = before.id, .is_event = step.state_moved};
}

}  // namespace

TakenReport take_report(StoryTable& stories, JudgementTable& judgements, const Report& report) {
  const auto known = stories.of_account(report.account);
  const auto told = story_told_by(report, known);
  const auto taken =
      told ? take_again(stories, known[*told], report) : take_new(stories, judgements, report);
  stories.add_report(taken.story, report);
  return taken;
}

}  // namespace tipoff
