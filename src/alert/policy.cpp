// Decides which changes of a story deserve a message, and says why.
#include "alert/news.h"

namespace tipoff {
namespace {

bool counts(const Story& story, const Profile& profile, Time now) {
  const auto weight = weight_of(profile, story.event);
  return weight && weight->weight > 0 && now < story.happened_at + weight->window;
}

}  // namespace

std::optional<std::string> reason_to_alert(const TriggerNews& news, const StoryChange& change,
                                           const Profile& profile) {
  const Story& story = news.story;
  if (!change.alertable || story.standing != Standing::counted) return std::nullopt;
  if (news.entry.score.disqualified) return std::nullopt;
  if (!counts(story, profile, news.at)) return std::nullopt;
  if (!change.previous) {
    if (story.certainty == Certainty::denied) return std::nullopt;
    return "new";
  }
  if (*change.previous == story.certainty) return std::nullopt;
  return "state changed: " + std::string(name_of(*change.previous)) + " -> " +
         std::string(name_of(story.certainty));
}

}  // namespace tipoff
