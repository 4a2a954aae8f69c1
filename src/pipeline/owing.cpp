// For each change: each seller, each channel that the routes name, each recipient.
#include "pipeline/owing.h"

#include <algorithm>
#include <functional>
#include <set>

#include "alert/conditions.h"
#include "alert/route.h"
#include "pipeline/still_worth_telling.h"
#include "pipeline/told_events.h"

namespace tipoff {
namespace {

constexpr const char* overtaken = "a later state of the event took its place";
constexpr const char* came_to_nothing = "the event is back to what was told, or was denied first";

/// Its message has arrived, or may have.
bool was_heard(const NoticeOfStory& earlier) {
  if (earlier.notice.state != NoticeState::told) return false;
  if (earlier.message_state == "dead") return false;
  return earlier.message_state != "owed" || earlier.attempts > 0 || !earlier.alone;
}

/// The latest of the topic for this recipient.
const NoticeOfStory* latest(const std::vector<NoticeOfStory>& earlier, const Channel& channel,
                            const std::string& recipient, const std::string& topic) {
  const NoticeOfStory* found = nullptr;
  for (const NoticeOfStory& one : earlier)
    if (one.notice.topic == topic && one.notice.channel == channel.name &&
        one.notice.recipient == recipient)
      found = &one;
  return found;
}

Notice notice_of(const Channel& channel, const std::string& recipient, const TriggerNews& news,
                 const std::string& reason) {
  const std::string story = "story:" + std::to_string(news.story.id) + ":";
  Notice notice;
  notice.channel = channel.name;
  notice.recipient = recipient;
  notice.cause = story + std::string(name_of(news.story.certainty)) + ":" + news.seller;
  notice.topic = story + news.seller;
  notice.seller = news.seller;
  notice.account = news.story.account;
  notice.story = news.story.id;
  notice.event = news.story.event;
  notice.certainty = news.story.certainty;
  notice.previous = news.previous;
  notice.reason = reason;
  notice.made_at = news.at;
  return notice;
}

void obey(Notice& notice, const Decision& decision) {
  notice.release_at = decision.release;
  notice.expires_at = decision.expires;
  notice.together = decision.together;
  notice.why = decision.why;
  notice.state =
      decision.action == Decision::Action::drop ? NoticeState::dropped : NoticeState::held;
}

}  // namespace

Owing::Owing(const Assembly& assembly, Database& database)
    : assembly_(assembly),
      notices_(database),
      mutes_(database),
      outbox_(database),
      recipients_(database) {}

int Owing::take(const std::vector<PublishedChange>& changes, PresentEntries& entries, Time now) {
  now_ = now;
  histories_.clear();
  muted_ = changes.empty() ? std::vector<Mute>{} : mutes_.live(now);
  for (const PublishedChange& change : changes)
    if (change.story.standing == Standing::counted) take_up_again(change.story.id);
  int made = 0;
  std::set<std::string> accounts;
  for (const PublishedChange& change : changes) accounts.insert(change.story.account);
  for (const Profile* profile : entries.profiles()) {
    for (const PublishedChange* change : in_order(changes, *profile))
      made += tell_seller(*change, *profile, entries, notices_.of_story(change->story.id));
    for (const std::string& account : accounts) made += tell_risen(account, *profile, entries);
  }
  return made;
}

int Owing::tell_risen(const std::string& account, const Profile& profile, PresentEntries& entries) {
  const CallListEntry* entry = entries.entry(profile.seller, account);
  if (!entry || entry->score.disqualified) return 0;
  int made = 0;
  for (const Channel& channel : assembly_.settings.channels) {
    const int wanted = channel.policy.min_score;
    if (wanted <= 0 || entry->score.score < wanted) continue;
    for (const std::string& address : recipients_of(channel))
      for (Notice& low : notices_.dropped_of_account(account, channel.name, address))
        if (low.seller == profile.seller && is_for_low_score(low.why))
          made += tell_after_all({.channel = channel, .address = address}, std::move(low), *entry,
                                 profile)
                      ? 1
                      : 0;
  }
  return made;
}

/// Where the event still stands as it did when the score was too low.
bool Owing::tell_after_all(const Recipient& recipient, Notice low, const CallListEntry& entry,
                           const Profile& profile) {
  const auto& events = entry.score.events;
  const auto story = std::ranges::find(events, low.story, &Story::id);
  if (story == events.end() || story->certainty != low.certainty) return false;
  const TriggerNews news{
      .story = *story, .previous = low.previous, .entry = entry, .seller = low.seller, .at = now_};
  const Decision decision =
      decide(recipient.channel, news, profile, history(recipient, news, profile), muted_, now_);
  if (decision.action == Decision::Action::drop) return false;
  low.reason = "score rose to " + std::to_string(entry.score.score);
  obey(low, decision);
  notices_.update(low);
  remember(recipient, low);
  return true;
}

/// What was held, and withheld because the story did not count, is to be told after all.
void Owing::take_up_again(std::int64_t story) {
  for (const NoticeOfStory& one : notices_.of_story(story)) {
    if (one.notice.state != NoticeState::dropped || one.notice.why != withheld) continue;
    Notice notice = one.notice;
    notice.state = NoticeState::held;
    notice.release_at = std::max(notice.release_at, now_);
    notice.why = "the event counts again";
    notices_.update(notice);
  }
}

/// What is to be told; bigger events first where some channel lets them outshine others.
std::vector<const PublishedChange*> Owing::in_order(const std::vector<PublishedChange>& changes,
                                                    const Profile& profile) const {
  std::vector<const PublishedChange*> order;
  for (const PublishedChange& change : changes)
    if (change.is_state && change.alertable) order.push_back(&change);
  const auto outshines = [](const Channel& channel) {
    return channel.policy.outshines.has_value();
  };
  if (std::ranges::any_of(assembly_.settings.channels, outshines))
    std::ranges::stable_sort(order, std::greater{}, [&](const PublishedChange* change) {
      return points_of_type(profile, change->story.event);
    });
  return order;
}

int Owing::tell_seller(const PublishedChange& change, const Profile& profile,
                       PresentEntries& entries, const std::vector<NoticeOfStory>& earlier) {
  const CallListEntry* entry = entries.entry(profile.seller, change.story.account);
  const Account* account = assembly_.find_account(change.story.account);
  if (!entry || !account) return 0;
  const TriggerNews news{.story = change.story,
                         .previous = change.previous,
                         .entry = *entry,
                         .seller = profile.seller,
                         .at = now_};
  const Routing routing = route_of(assembly_.settings.routes, news, *account);
  int made = 0;
  for (const Channel& channel : assembly_.settings.channels) {
    if (!channel.seller.empty() && channel.seller != profile.seller) continue;
    if (!routing.tells(channel.name)) continue;
    for (const std::string& address : recipients_of(channel))
      made +=
          tell({.channel = channel, .address = address}, change, news, profile, earlier) ? 1 : 0;
  }
  return made;
}

bool Owing::tell(const Recipient& recipient, const PublishedChange& change, TriggerNews news,
                 const Profile& profile, const std::vector<NoticeOfStory>& earlier) {
  const std::string topic = "story:" + std::to_string(news.story.id) + ":" + news.seller;
  const auto* last = latest(earlier, recipient.channel, recipient.address, topic);
  if (last) news.previous = was_heard(*last) ? last->notice.certainty : last->notice.previous;
  const auto reason = reason_to_alert(
      news, {.story = change.story.id, .previous = news.previous, .alertable = change.alertable},
      profile);
  if (last && !was_heard(*last) && change.story.standing == Standing::counted) {
    auto untold = *last;
    untold.notice.why = reason ? overtaken : came_to_nothing;
    give_up(untold);
  }
  if (!reason) return false;

  Notice notice = notice_of(recipient.channel, recipient.address, news, *reason);
  obey(notice,
       decide(recipient.channel, news, profile, history(recipient, news, profile), muted_, now_));
  if (!notices_.add(notice) || notice.state == NoticeState::dropped) return false;
  remember(recipient, notice);
  outshine(recipient, news, profile);
  return true;
}

/// Lesser events that are held for the recipient need not be told any more.
void Owing::outshine(const Recipient& recipient, const TriggerNews& news, const Profile& profile) {
  const AlertPolicy& policy = recipient.channel.policy;
  if (!policy.outshines) return;
  for (Notice& held :
       notices_.of_account(news.story.account, recipient.channel.name, recipient.address, Time{})) {
    if (held.state != NoticeState::held) continue;
    const auto why = outshone_by(news, held, policy, profile);
    if (!why) continue;
    held.state = NoticeState::dropped;
    held.why = *why;
    notices_.update(held);
  }
}

/// What was held is not told; a message that was never tried is taken back.
void Owing::give_up(const NoticeOfStory& earlier) {
  Notice notice = earlier.notice;
  if (notice.state == NoticeState::dropped || earlier.message_state == "dead") return;
  if (notice.state == NoticeState::told)
    outbox_.take_back(notice.channel, notice.recipient, notice.topic);
  notice.state = NoticeState::dropped;
  notice.message = 0;
  notices_.update(notice);
}

RecipientHistory Owing::history(const Recipient& recipient, const TriggerNews& news,
                                const Profile& profile) {
  const std::string& channel = recipient.channel.name;
  const auto [found, is_new] = histories_.try_emplace({channel, recipient.address});
  if (is_new) {
    found->second.group_open = notices_.group_open(channel, recipient.address);
    found->second.group_sent = recipients_.find(channel, recipient.address).group;
  }
  RecipientHistory history = found->second;
  history.told = told_events(notices_, recipient.channel, recipient.address, news, profile);
  return history;
}

/// What gathers now takes in those that follow.
void Owing::remember(const Recipient& recipient, const Notice& notice) {
  if (!notice.together || notice.release_at <= now_) return;
  auto& open = histories_[{recipient.channel.name, recipient.address}].group_open;
  if (!open || notice.release_at < *open) open = notice.release_at;
}

}  // namespace tipoff
