#include "pipeline/still_worth_telling.h"

#include "alert/decision.h"
#include "score/account_score.h"
#include "text/date.h"

namespace tipoff {
namespace {

std::optional<std::string> fault_of(const Notice& notice, const Story& story,
                                    const Profile& profile, Time now) {
  if (story.standing != Standing::counted) return withheld;
  if (story.certainty == Certainty::denied) {
    if (is_reminder(notice)) return "denied since";
    if (!notice.previous) return "denied before it was told";
  } else if (!is_live(story, profile, now)) {
    return "the time in which the event counts has ended";
  }
  if (!is_reminder(notice) && notice.previous == story.certainty)
    return "it stands again as it was told";
  return std::nullopt;
}

std::optional<std::string> call_since(const Notice& notice, const CallTable& calls) {
  if (!is_reminder(notice)) return std::nullopt;
  const auto call = calls.latest(notice.account, notice.seller);
  if (!call || call->at < notice.made_at) return std::nullopt;
  return "a call was logged at " + format_utc(call->at);
}

}  // namespace

std::variant<TriggerNews, std::string> still_worth_telling(const Notice& notice,
                                                           PresentState& state, Time now) {
  if (notice.expires_at && *notice.expires_at <= now)
    return "it could not be told before " + format_utc(*notice.expires_at);
  auto story = state.stories.find(notice.story);
  if (!story) return "the event is not there any more";
  const Profile* profile = state.entries.profile(notice.seller);
  const CallListEntry* entry = state.entries.entry(notice.seller, notice.account);
  if (!profile || !entry) return "the account is not on the list any more";
  if (entry->score.disqualified)
    return "the account dropped off the list: " + entry->score.disqualified->because;
  if (auto fault = fault_of(notice, *story, *profile, now)) return *std::move(fault);
  if (auto call = call_since(notice, state.calls)) return *std::move(call);
  if (const auto mute = muted_by(state.mutes, notice.seller, notice.account, notice.event, now))
    return "muted until " + format_utc(mute->until);
  return TriggerNews{.story = *std::move(story),
                     .previous = is_reminder(notice) ? std::nullopt : notice.previous,
                     .entry = *entry,
                     .seller = notice.seller,
                     .at = now};
}

}  // namespace tipoff
