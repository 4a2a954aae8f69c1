// Notices of the account, with what their types are worth to the seller.
#include "pipeline/told_events.h"

namespace tipoff {

std::vector<ToldEvent> told_events(const NoticeTable& notices, const Channel& channel,
                                   const std::string& recipient, const TriggerNews& news,
                                   const Profile& profile) {
  std::vector<ToldEvent> events;
  if (!channel.policy.outshines) return events;
  for (const Notice& told : notices.of_account(news.story.account, channel.name, recipient,
                                               news.at - *channel.policy.outshines))
    events.push_back({.event = told.event,
                      .weight = points_of_type(profile, told.event),
                      .at = told.release_at});
  return events;
}

}  // namespace tipoff
