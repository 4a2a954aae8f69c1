#include "pipeline/publish.h"

#include <algorithm>
#include <set>

#include "emit/render.h"
#include "pipeline/hashes.h"
#include "pipeline/list_files.h"
#include "pipeline/list_news.h"
#include "pipeline/log.h"
#include "rank/rank.h"
#include "text/format.h"

namespace tipoff {
Publisher::Publisher(const Assembly& assembly, Database& database)
    : assembly_(assembly),
      database_(database),
      stories_(database),
      scores_(database),
      calls_(database),
      lists_(database),
      outbox_(database),
      owing_(assembly, database),
      releasing_(assembly, database) {
  for (const Profile& profile : assembly.settings.profiles) {
    standings_.emplace_back(assembly, profile);
    CallList& current = current_[profile.seller];
    current.seller = profile.seller;
    if (const auto stored = lists_.latest(profile.seller)) current = read_stored_list(*stored);
  }
}

bool Publisher::is_due(Time now, bool with_list) const {
  const auto next = next_change();
  return !scored_ || (with_list && owes_list_) || (next && *next <= now) || stories_.owes_changes();
}

std::optional<Time> Publisher::next_change() const {
  std::optional<Time> next;
  for (const Standings& standings : standings_) {
    const auto change = standings.next_change();
    if (change && (!next || *change < *next)) next = change;
  }
  const auto release = releasing_.next();
  if (release && (!next || *release < *next)) next = release;
  return next;
}

std::unordered_map<std::string, std::size_t> Publisher::ranks() const {
  std::unordered_map<std::string, std::size_t> ranks;
  for (const auto& [seller, list] : current_)
    for (std::size_t rank = 0; rank < list.entries.size(); ++rank) {
      const auto [found, is_new] = ranks.try_emplace(list.entries[rank].id, rank);
      if (!is_new) found->second = std::min(found->second, rank);
    }
  return ranks;
}

std::size_t Publisher::listed() const {
  std::size_t entries = 0;
  for (const auto& [seller, list] : current_) entries += list.entries.size();
  return entries;
}

Published Publisher::publish(Time now, bool with_list, bool flush) {
  Published result;
  auto transaction = database_.begin();
  const auto changes = take_changes();
  const auto accounts = touched(changes, now);
  owes_list_ = owes_list_ || !scored_ || !accounts.empty();
  score(accounts, now);
  auto lists = current_;    // the versions that will be in force
  auto present = current_;  // how everything stands now, be there a version of it or not
  for (Standings& standings : standings_) {
    if (!owes_list_) break;
    const std::string& seller = standings.profile().seller;
    CallList& next = present[seller];
    next = standings.call_list(stories_, assembly_.settings.list_top, lists[seller], now);
    next.seller = seller;
    CallList& in_force = lists[seller];
    if (!with_list || !publish_list(standings.profile(), next, in_force, now)) continue;
    const CallList* before = in_force.version > 0 ? &in_force : nullptr;
    for (const auto& message : list_messages(assembly_.settings.channels, next, before, now))
      result.owed += outbox_.owe(message) ? 1 : 0;
    in_force = next;
    ++result.versions;
  }
  PresentEntries entries(assembly_, standings_, present, stories_, now);
  (void)owing_.take(changes, entries, now);
  result.owed += releasing_.release(entries, now, flush);
  stories_.changes_done();
  transaction.commit();

  releasing_.settled();
  current_ = std::move(lists);
  scored_ = true;
  if (with_list) owes_list_ = false;
  result.changes = static_cast<int>(changes.size());
  return result;
}

void Publisher::score(const std::vector<AccountIndex>& accounts, Time now) {
  for (Standings& standings : standings_) {
    if (scored_)
      standings.score_some(accounts, stories_, scores_, calls_, now);
    else
      standings.score_all(stories_, scores_, calls_, now);
  }
}

/// Several changes of one story are told as one: from what was published last to what is now.
std::vector<PublishedChange> Publisher::take_changes() {
  std::vector<PublishedChange> changes;
  std::map<std::int64_t, std::size_t> at;
  for (const StoryChange& owed : stories_.owed_changes()) {
    const auto [found, is_first] = at.try_emplace(owed.story, changes.size());
    if (is_first) {
      auto story = stories_.find(owed.story);
      if (!story) continue;
      changes.push_back({.story = *std::move(story),
                         .previous = owed.previous,
                         .is_state = false,
                         .alertable = false});
    }
    PublishedChange& change = changes[found->second];
    change.alertable = change.alertable || owed.alertable;
    change.is_state = !change.previous || *change.previous != change.story.certainty;
  }
  return changes;
}

std::vector<AccountIndex> Publisher::touched(const std::vector<PublishedChange>& changes,
                                             Time now) const {
  std::set<AccountIndex> accounts;
  for (const PublishedChange& change : changes) {
    const auto found = assembly_.account_index.find(change.story.account);
    if (found != assembly_.account_index.end()) accounts.insert(found->second);
  }
  for (const std::string& account : stories_.owed_scores()) {
    const auto found = assembly_.account_index.find(account);
    if (found != assembly_.account_index.end()) accounts.insert(found->second);
  }
  for (const Standings& standings : standings_)
    for (const AccountIndex account : standings.expired(now)) accounts.insert(account);
  return {accounts.begin(), accounts.end()};
}

bool Publisher::publish_list(const Profile& profile, CallList& next, const CallList& current,
                             Time now) {
  if (current.version > 0 && !differs(next, current)) return false;
  next.version = current.version + 1;
  next.generated_at = now;
  lists_.add(stored_list(next, profile_hash(profile), assembly_.rules_hash));
  return true;
}

void Publisher::write_files() const {
  for (const auto& [seller, list] : current_) {
    if (list.version == 0) continue;
    for (const auto& path : assembly_.settings.list_files) write_list_file(path, list);
  }
}

}  // namespace tipoff
