// Channel by channel, recipient by recipient: what is due is sifted, put into messages, and marked.
#include "pipeline/releasing.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>

#include "alert/release.h"
#include "alert/reminder.h"
#include "pipeline/morning.h"
#include "text/date.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

std::string cause_of(const Bundle& bundle) {
  const Notice& first = bundle.told.front().notice;
  switch (bundle.kind) {
    case Bundle::Kind::single:
    case Bundle::Kind::reminder:
      return first.cause;
    case Bundle::Kind::group:
      return "group:" + std::to_string(first.id);
    case Bundle::Kind::quiet:
      return "quiet:" + std::to_string(first.id);
    case Bundle::Kind::digest:
      return "digest:" + std::to_string(first.id);
    case Bundle::Kind::storm:
      return "storm:" + std::to_string(first.id);
  }
  return first.cause;
}

/// The channel, as if it gathered nothing.
Channel ungrouped(Channel channel) {
  channel.policy.first_wait.reset();
  channel.policy.batch_every.reset();
  return channel;
}

/// The last time not after `now` that a digest was due; after `since`.
std::optional<Time> last_due(const AlertPolicy& policy, Time since, Time now) {
  std::optional<Time> due;
  for (Time at = next(policy.digest->at, since);; at = next(policy.digest->at, at)) {
    const Time told = policy.quiet ? closes(policy.quiet->window, at) : at;
    if (told > now) return due;
    due = at;
  }
}

}  // namespace

Releasing::Releasing(const Assembly& assembly, Database& database)
    : assembly_(assembly),
      notices_(database),
      mutes_(database),
      outbox_(database),
      recipients_(database),
      stories_(database),
      calls_(database),
      lists_(database) {}

std::optional<Time> Releasing::next() const {
  if (!settled_) return Time{};
  std::optional<Time> next = next_digest_;
  for (const Channel& channel : assembly_.settings.channels) {
    const auto release = notices_.next_release(channel.name);
    if (release && (!next || *release < *next)) next = release;
  }
  return next;
}

int Releasing::release(PresentEntries& entries, Time now, bool flush) {
  Occasion occasion{.entries = entries, .mutes = mutes_.live(now), .now = now};
  next_digest_.reset();
  settled_ = false;
  int made = 0;
  for (const Channel& channel : assembly_.settings.channels) {
    std::map<std::string, std::vector<Notice>> by_address;
    for (Notice& notice : due(channel, now, flush))
      by_address[notice.recipient].push_back(std::move(notice));
    for (const std::string& address : recipients_of(channel)) {
      made += release({.channel = channel, .address = address}, std::move(by_address[address]),
                      occasion);
      by_address.erase(address);
    }
    for (const auto& [address, notices] : by_address)
      for (const Notice& notice : notices)
        drop(notice, "the channel has no such recipient any more");
  }
  return made;
}

std::vector<Notice> Releasing::due(const Channel& channel, Time now, bool flush) const {
  auto due = notices_.due(channel.name, now);
  if (!flush || !(channel.policy.first_wait || channel.policy.batch_every)) return due;
  const Channel alone = ungrouped(channel);
  for (Notice& notice : notices_.held(channel.name)) {
    const bool waits_for_others = notice.release_at > now && !is_reminder(notice) &&
                                  tipoff::release(alone, notice.event, {}, now).at <= now;
    if (waits_for_others) due.push_back(std::move(notice));
  }
  return due;
}

int Releasing::release(const Recipient& recipient, std::vector<Notice> due, Occasion& occasion) {
  auto news = sift(std::move(due), occasion);
  int made = 0;
  if (const auto due_at = digest_due(recipient, occasion.now))
    made += make_digests(recipient, news, *due_at, occasion);
  return made + make_messages(recipient, std::move(news), occasion);
}

std::vector<DueNews> Releasing::sift(std::vector<Notice> due, Occasion& occasion) {
  PresentState state{
      .entries = occasion.entries, .stories = stories_, .calls = calls_, .mutes = occasion.mutes};
  std::vector<DueNews> worth;
  for (Notice& notice : due) {
    auto verdict = still_worth_telling(notice, state, occasion.now);
    if (auto* news = std::get_if<TriggerNews>(&verdict))
      worth.push_back({.notice = std::move(notice), .news = std::move(*news)});
    else
      drop(std::move(notice), std::get<std::string>(verdict));
  }
  return worth;
}

/// The one that is due now and was not made; and notes when the next is.
std::optional<Time> Releasing::digest_due(const Recipient& recipient, Time now) {
  const AlertPolicy& policy = recipient.channel.policy;
  if (!policy.digest || !is_for_people(recipient.channel)) return std::nullopt;
  auto rhythm = recipients_.find(recipient.channel.name, recipient.address);
  const auto due = rhythm.digest ? last_due(policy, *rhythm.digest, now) : std::nullopt;
  if (due || !rhythm.digest) {
    rhythm.digest = due.value_or(now);
    recipients_.save(recipient.channel.name, recipient.address, rhythm);
  }
  Time following = tipoff::next(policy.digest->at, *rhythm.digest);
  if (policy.quiet) following = closes(policy.quiet->window, following);
  if (!next_digest_ || following < *next_digest_) next_digest_ = following;
  return due;
}

/// One for each seller; takes what it tells out of `due`.
int Releasing::make_digests(const Recipient& recipient, std::vector<DueNews>& due, Time due_at,
                            Occasion& occasion) {
  const Channel& channel = recipient.channel;
  const Digest& digest = *channel.policy.digest;
  int made = 0;
  for (const Profile* profile : occasion.entries.profiles()) {
    const std::string& seller = profile->seller;
    if (!channel.seller.empty() && channel.seller != seller) continue;
    const auto others = std::stable_partition(due.begin(), due.end(), [&](const DueNews& one) {
      return one.notice.seller != seller || !one.notice.together;
    });
    Bundle bundle{.kind = Bundle::Kind::digest, .told = {}};
    std::move(others, due.end(), std::back_inserter(bundle.told));
    due.erase(others, due.end());
    if (bundle.told.empty() && digest.calls == 0) continue;
    std::ranges::stable_sort(bundle.told, stands_higher);
    const auto yesterday = list_a_day_ago(lists_, seller, occasion.now);
    const MorningList morning{
        .list = occasion.entries.list(seller),
        .yesterday = yesterday ? &*yesterday : nullptr,
        .callbacks = callbacks_today(calls_, assembly_, seller, digest, occasion.now),
        .muted = muted_accounts(occasion.mutes, seller)};
    told(recipient, bundle,
         compose_digest(channel, recipient.address, "digest:" + format_utc(due_at) + ":" + seller,
                        bundle, morning, occasion.now),
         occasion);
    ++made;
  }
  return made;
}

int Releasing::make_messages(const Recipient& recipient, std::vector<DueNews> due,
                             Occasion& occasion) {
  if (due.empty()) return 0;
  const Channel& channel = recipient.channel;
  const std::size_t sent =
      channel.policy.most_per_hour == 0
          ? 0
          : outbox_.made_since(channel.name, recipient.address, occasion.now - 1h).size();
  std::vector<Notice> left;
  left.reserve(due.size());
  for (const DueNews& one : due) left.push_back(one.notice);
  const auto made = bundles(channel, std::move(due), sent);
  std::unordered_set<std::int64_t> done;
  for (const Bundle& bundle : made) {
    for (const DueNews& one : bundle.told) done.insert(one.notice.id);
    told(recipient, bundle,
         compose(channel, recipient.address, cause_of(bundle), bundle, occasion.now), occasion);
  }
  std::erase_if(left, [&](const Notice& notice) { return done.contains(notice.id); });
  put_off(recipient, std::move(left), occasion.now);
  return static_cast<int>(made.size());
}

/// Keeps the message, and marks what it tells.
void Releasing::told(const Recipient& recipient, const Bundle& bundle,
                     const OutboundMessage& message, Occasion& occasion) {
  (void)outbox_.owe(message);
  const std::int64_t row = outbox_.row_of(message.channel, message.recipient, message.cause);
  bool together = false;
  for (const DueNews& one : bundle.told) {
    Notice notice = one.notice;
    notice.state = NoticeState::told;
    notice.release_at = occasion.now;
    notice.message = row;
    notices_.update(notice);
    together = together || notice.together;
    remind(recipient, one, occasion);
  }
  if (!together) return;
  auto rhythm = recipients_.find(recipient.channel.name, recipient.address);
  rhythm.group = occasion.now;
  recipients_.save(recipient.channel.name, recipient.address, rhythm);
}

/// Holds the next reminder of what was told just now.
void Releasing::remind(const Recipient& recipient, const DueNews& told, Occasion& occasion) {
  const Channel& channel = recipient.channel;
  const Profile* profile = occasion.entries.profile(told.notice.seller);
  if (!channel.policy.reminder || !profile) return;
  std::vector<Time> tellings;
  std::size_t reminders = 0;
  for (const NoticeOfStory& one : notices_.of_story(told.notice.story)) {
    const Notice& notice = one.notice;
    if (notice.topic != told.notice.topic || notice.channel != channel.name ||
        notice.recipient != recipient.address)
      continue;
    reminders += is_reminder(notice) ? 1 : 0;
    if (notice.state != NoticeState::told) continue;
    if (!is_reminder(notice)) tellings.clear();
    tellings.push_back(notice.release_at);
  }
  const auto call = calls_.latest(told.notice.account, told.notice.seller);
  const Tellings so_far{.at = tellings, .last_call = call ? std::optional(call->at) : std::nullopt};
  const auto due =
      next_reminder(*channel.policy.reminder, so_far, told.news.story, *profile, occasion.now);
  if (!due) return;
  const auto release = tipoff::release(ungrouped(channel), told.notice.event, {}, *due);
  Notice next = told.notice;
  next.cause = "reminder:" + std::to_string(next.story) + ":" + std::to_string(reminders + 1) +
               ":" + next.seller;
  next.certainty = told.news.story.certainty;
  next.previous = next.certainty;
  next.reason = "reminder";
  next.made_at = occasion.now;
  next.release_at = release.at;
  next.expires_at.reset();
  next.together = release.together;
  next.state = NoticeState::held;
  next.why = "reminder, unless a call is logged";
  next.message = 0;
  (void)notices_.add(next);
}

/// The cap is used up: they stay held until it is not.
void Releasing::put_off(const Recipient& recipient, std::vector<Notice> left, Time now) {
  if (left.empty()) return;
  const auto sent = outbox_.made_since(recipient.channel.name, recipient.address, now - 1h);
  const Time ends = std::max(storm_ends(sent), now + 1min);
  for (Notice& notice : left) {
    notice.release_at = ends;
    notice.why = "the cap of " + std::to_string(recipient.channel.policy.most_per_hour) +
                 " messages an hour is used up until " + format_utc(ends);
    notices_.update(notice);
  }
}

void Releasing::drop(Notice notice, const std::string& why) {
  notice.state = NoticeState::dropped;
  notice.why = why;
  notices_.update(notice);
}

}  // namespace tipoff
