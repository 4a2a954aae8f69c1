// Asks mutes, conditions and history in turn; what passes is released when the policy says.
#include "alert/decision.h"

#include <algorithm>

#include "alert/conditions.h"
#include "alert/release.h"
#include "score/event_words.h"

namespace tipoff {
namespace {

std::string muted_words(const Mute& mute, const AlertPolicy& policy) {
  std::string words = "muted until " + local_moment(policy, mute.until);
  if (!mute.note.empty()) words += ": " + mute.note;
  return words;
}

/// The heaviest of the bigger events that are still remembered.
const ToldEvent* bigger_event(const AlertPolicy& policy, int weight,
                              const RecipientHistory& history, Time now) {
  if (!policy.outshines) return nullptr;
  const ToldEvent* found = nullptr;
  for (const ToldEvent& told : history.told) {
    if (told.weight <= weight || told.at + *policy.outshines <= now) continue;
    if (found == nullptr || told.weight > found->weight) found = &told;
  }
  return found;
}

std::string outshone_words(const ToldEvent& bigger, const AlertPolicy& policy, Time now) {
  return "the bigger event " + event_in_words(bigger.event) + " of the same account " +
         (bigger.at > now ? "is told " : "was told ") + local_moment(policy, bigger.at);
}

Decision dropped(Time now, std::string why) {
  Decision decision;
  decision.action = Decision::Action::drop;
  decision.release = now;
  decision.why = std::move(why);
  return decision;
}

}  // namespace

Decision decide(const Channel& channel, const TriggerNews& news, const Profile& profile,
                const RecipientHistory& history, std::span<const Mute> mutes, Time now) {
  const AlertPolicy& policy = channel.policy;
  const Story& story = news.story;
  if (const auto mute = muted_by(mutes, news.seller, news.entry.id, story.event, now))
    return dropped(now, muted_words(*mute, policy));
  if (auto words = unmet(policy, news)) return dropped(now, *std::move(words));
  if (const auto* bigger = bigger_event(policy, points_of_type(profile, story.event), history, now))
    return dropped(now, outshone_words(*bigger, policy, now));

  Release released = release(channel, story.event, history, now);
  Decision decision;
  decision.action = released.at > now ? Decision::Action::hold : Decision::Action::tell;
  decision.release = released.at;
  decision.together = released.together;
  decision.why = released.why.empty() ? "at once" : std::move(released.why);
  if (policy.expires_after) decision.expires = now + *policy.expires_after;
  return decision;
}

std::optional<Mute> muted_by(std::span<const Mute> mutes, const std::string& seller,
                             const std::string& account, const std::string& event, Time now) {
  const auto covers = [](const std::string& muted, const std::string& asked) {
    return muted.empty() || muted == asked;
  };
  std::optional<Mute> found;
  for (const Mute& mute : mutes) {
    if (!covers(mute.seller, seller) || !covers(mute.account, account)) continue;
    if (!covers(mute.event, event) || now < mute.made_at || now >= mute.until) continue;
    if (!found || mute.until > found->until) found = mute;
  }
  return found;
}

std::optional<std::string> outshone_by(const TriggerNews& news, const Notice& held,
                                       const AlertPolicy& policy, const Profile& profile) {
  if (!policy.outshines || held.release_at >= news.at + *policy.outshines) return std::nullopt;
  if (held.seller != news.seller || held.account != news.entry.id) return std::nullopt;
  if (points_of_type(profile, held.event) >= points_of_type(profile, news.story.event))
    return std::nullopt;
  return "the bigger event " + event_in_words(news.story.event) +
         " of the same account came before it was told, " + local_moment(policy, news.at);
}

}  // namespace tipoff
