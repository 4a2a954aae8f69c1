// Scores the account with the event, and asks routes and policies as a publish would.
#include "pipeline/alert_outlook.h"

#include <algorithm>

#include "alert/news.h"
#include "pipeline/list_files.h"
#include "pipeline/told_events.h"
#include "rank/rank.h"
#include "score/qualification.h"
#include "store/list_table.h"
#include "store/mute_table.h"
#include "store/notice_table.h"
#include "store/recipient_table.h"
#include "store/story_table.h"
#include "text/format.h"

namespace tipoff {
namespace {

Story story_of(const Account& account, const ImaginedEvent& imagined) {
  Story story;
  story.account = account.id;
  story.event = imagined.event;
  story.certainty = imagined.certainty;
  story.happened_at = imagined.at;
  story.seen_at = imagined.at;
  story.told_at = imagined.at;
  story.title = fmt::format("{}: {}", account.name, imagined.event);
  return story;
}

/// Where a score would stand on the seller's list: the newest event goes before its equals.
int place_of(const AccountScore& score, const Account& account, const CallList& list,
             std::size_t top) {
  const auto above = std::ranges::count_if(list.entries, [&](const CallListEntry& entry) {
    return entry.id != account.id && entry.score.score > score.score;
  });
  const auto place = static_cast<std::size_t>(above) + 1;
  return top > 0 && place > top ? 0 : static_cast<int>(place);
}

std::string why_silent(const TriggerNews& news, const Profile& profile) {
  if (const auto& off = news.entry.score.disqualified)
    return fmt::format("the account is off the list ({}: {})", name_of(off->criterion),
                       off->because);
  const auto weight = weight_of(profile, news.story.event);
  if (!weight || weight->weight == 0)
    return fmt::format("the type '{}' does not count: see [triggers]", news.story.event);
  if (news.story.certainty == Certainty::denied)
    return "a denial is told only to those who heard of the event before";
  return "it is too old to count";
}

/// What a publish would know of the recipient at that moment.
RecipientHistory history_of(const Channel& channel, const std::string& recipient,
                            const TriggerNews& news, const Profile& profile, Database& database) {
  const NoticeTable notices(database);
  RecipientHistory history;
  history.group_open = notices.group_open(channel.name, recipient);
  history.group_sent = RecipientTable(database).find(channel.name, recipient).group;
  history.told = told_events(notices, channel, recipient, news, profile);
  return history;
}

std::vector<Telling> tellings(const Settings& settings, const Routing& routing,
                              const TriggerNews& news, const Profile& profile, Database& database) {
  const auto mutes = MuteTable(database).live(news.at);
  std::vector<Telling> all;
  for (const Channel& channel : settings.channels) {
    if (!channel.seller.empty() && channel.seller != news.seller) continue;
    if (!routing.tells(channel.name)) continue;
    for (const std::string& recipient : recipients_of(channel)) {
      const auto history = history_of(channel, recipient, news, profile, database);
      all.push_back({.channel = channel.name,
                     .recipient = recipient,
                     .decision = decide(channel, news, profile, history, mutes, news.at)});
    }
  }
  return all;
}

Outlook outlook_for(const Settings& settings, const Account& account, const Story& story,
                    const Profile& profile, Database& database, Time now) {
  Outlook outlook;
  outlook.news = news_of(settings, account, story, profile, database, now);
  const StoryChange change{.story = story.id, .previous = std::nullopt, .alertable = true};
  const auto reason = reason_to_alert(outlook.news, change, profile);
  if (!reason) {
    outlook.silence = why_silent(outlook.news, profile);
    return outlook;
  }
  outlook.reason = *reason;
  outlook.routing = route_of(settings.routes, outlook.news, account);
  outlook.tellings = tellings(settings, outlook.routing, outlook.news, profile, database);
  return outlook;
}

const Account* account_of(const Story& story, const std::vector<Account>& accounts) {
  const auto found = std::ranges::find(accounts, story.account, &Account::id);
  return found == accounts.end() ? nullptr : &*found;
}

DueNews due(TriggerNews news) {
  DueNews due;
  due.notice.reason = "new";
  due.notice.cause = "preview";
  due.notice.topic = "preview";
  due.notice.seller = news.seller;
  due.notice.account = news.story.account;
  due.notice.story = news.story.id;
  due.notice.event = news.story.event;
  due.notice.certainty = news.story.certainty;
  due.notice.made_at = news.at;
  due.notice.release_at = news.at;
  due.news = std::move(news);
  return due;
}

}  // namespace

TriggerNews news_of(const Settings& settings, const Account& account, const Story& story,
                    const Profile& profile, Database& database, Time now) {
  auto stories = StoryTable(database).of_account(account.id);
  if (story.id == 0) stories.push_back(story);
  std::vector<Candidate> alone;
  alone.push_back({.account = &account,
                   .score = score(account, stories, profile, now),
                   .last_call = std::nullopt});
  const auto single = rank(std::move(alone), profile, 0, {});
  TriggerNews news;
  news.story = story;
  news.seller = profile.seller;
  news.at = now;
  news.entry = single.entries.empty() ? single.disqualified.front() : single.entries.front();
  CallList list;
  if (const auto stored = ListTable(database).latest(profile.seller))
    list = read_stored_list(*stored);
  if (!news.entry.score.disqualified)
    news.entry.rank = place_of(news.entry.score, account, list, settings.list_top);
  return news;
}

std::vector<Outlook> outlook(const Settings& settings, const Account& account,
                             const ImaginedEvent& imagined, Database& database) {
  std::vector<Outlook> all;
  const Story story = story_of(account, imagined);
  for (const Profile& profile : settings.profiles)
    if (belongs_to(account, profile))
      all.push_back(outlook_for(settings, account, story, profile, database, imagined.at));
  return all;
}

std::optional<DueNews> latest_news(const Settings& settings, const std::vector<Account>& accounts,
                                   const std::string& account, const std::string& seller,
                                   Database& database, Time now) {
  StoryFilter filter;
  filter.standing = Standing::counted;
  if (!account.empty()) filter.account = account;
  for (const Story& story : StoryTable(database).list(filter)) {
    const Account* of = account_of(story, accounts);
    if (of == nullptr) continue;
    for (const Profile& profile : settings.profiles) {
      if (!belongs_to(*of, profile)) continue;
      if (!seller.empty() && seller != profile.seller) continue;
      auto news = news_of(settings, *of, story, profile, database, now);
      if (!news.entry.score.disqualified) return due(std::move(news));
    }
  }
  return std::nullopt;
}

}  // namespace tipoff
