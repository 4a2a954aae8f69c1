// Orders scored accounts into a call list, and tells what moved since the last one.
#include "rank/rank.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "rank/why_now.h"

namespace tipoff {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::min();

/// What a candidate is ordered by, small enough to sort a hundred thousand of.
struct SortKey {
  int score = 0;
  std::int64_t newest_event = never;
  std::size_t live_stories = 0;
  std::int64_t last_call = never;
  std::string_view name;
  std::string_view id;
  std::size_t candidate = 0;

  [[nodiscard]] bool stands_before(const SortKey& other) const {
    return std::tie(other.score, other.newest_event, other.live_stories, last_call, name, id) <
           std::tie(score, newest_event, live_stories, other.last_call, other.name, other.id);
  }
};

std::int64_t seconds_of(Time time) {
  return time.time_since_epoch().count();
}

SortKey key_of(const Candidate& candidate, std::size_t index) {
  SortKey key;
  key.score = candidate.score.score;
  for (const Story& story : candidate.score.events)
    key.newest_event = std::max(key.newest_event, seconds_of(story.happened_at));
  key.live_stories = candidate.score.events.size();
  if (candidate.last_call) key.last_call = seconds_of(*candidate.last_call);
  key.name = candidate.account->name;
  key.id = candidate.account->id;
  key.candidate = index;
  return key;
}

CallListEntry entry_for(Candidate& candidate, const Profile& profile) {
  const Account& account = *candidate.account;
  CallListEntry entry;
  entry.id = account.id;
  entry.name = account.name;
  entry.score = std::move(candidate.score);
  entry.why_now = why_now(entry.score);
  entry.contact = best_contact(account, profile);
  entry.owner = account.owner;
  entry.extra = account.extra;
  return entry;
}

std::unordered_map<std::string_view, int> ranks_in(const CallList& list) {
  std::unordered_map<std::string_view, int> ranks;
  ranks.reserve(list.entries.size());
  for (const CallListEntry& entry : list.entries) ranks.emplace(entry.id, entry.rank);
  return ranks;
}

Movement movement(int before, int now) {
  return now < before ? Movement::up : now > before ? Movement::down : Movement::same;
}

std::vector<CallListEntry> top_entries(std::vector<SortKey> keys,
                                       std::vector<Candidate>& candidates, const Profile& profile,
                                       std::size_t top) {
  const std::size_t wanted = top == 0 ? keys.size() : std::min(top, keys.size());
  std::ranges::partial_sort(keys, keys.begin() + static_cast<std::ptrdiff_t>(wanted),
                            [](const SortKey& a, const SortKey& b) { return a.stands_before(b); });
  std::vector<CallListEntry> entries;
  entries.reserve(wanted);
  for (std::size_t at = 0; at < wanted; ++at) {
    entries.push_back(entry_for(candidates[keys[at].candidate], profile));
    entries.back().rank = static_cast<int>(at) + 1;
  }
  return entries;
}

/// What a list shows of a story.
auto shown(const Story& story) {
  return std::tie(story.id, story.event, story.role, story.certainty, story.happened_at,
                  story.seen_at, story.title, story.url, story.evidence, story.rule, story.sources);
}

bool same_score(const AccountScore& a, const AccountScore& b) {
  return std::tie(a.score, a.max_score, a.parts, a.disqualified, a.next_change) ==
             std::tie(b.score, b.max_score, b.parts, b.disqualified, b.next_change) &&
         std::ranges::equal(a.events, b.events, [](const Story& left, const Story& right) {
           return shown(left) == shown(right);
         });
}

bool same_entry(const CallListEntry& a, const CallListEntry& b) {
  return std::tie(a.rank, a.id, a.name, a.why_now, a.contact, a.owner, a.extra) ==
             std::tie(b.rank, b.id, b.name, b.why_now, b.contact, b.owner, b.extra) &&
         same_score(a.score, b.score);
}

}  // namespace

CallList rank(std::vector<Candidate> candidates, const Profile& profile, std::size_t top,
              const CallList& previous) {
  std::vector<SortKey> qualified;
  std::vector<SortKey> disqualified;
  qualified.reserve(candidates.size());
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    const bool off = candidates[index].score.disqualified.has_value();
    (off ? disqualified : qualified).push_back(key_of(candidates[index], index));
  }

  CallList list;
  list.seller = profile.seller;
  list.entries = top_entries(std::move(qualified), candidates, profile, top);
  const auto before = ranks_in(previous);
  for (CallListEntry& entry : list.entries) {
    const auto found = before.find(entry.id);
    entry.change = found == before.end() ? Movement::entered : movement(found->second, entry.rank);
  }

  std::ranges::sort(disqualified, {},
                    [](const SortKey& key) { return std::tie(key.name, key.id); });
  list.disqualified.reserve(disqualified.size());
  for (const SortKey& key : disqualified)
    list.disqualified.push_back(entry_for(candidates[key.candidate], profile));
  return list;
}

bool differs(const CallList& a, const CallList& b) {
  return a.seller != b.seller || !std::ranges::equal(a.entries, b.entries, same_entry) ||
         !std::ranges::equal(a.disqualified, b.disqualified, same_entry);
}

}  // namespace tipoff
