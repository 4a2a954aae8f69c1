// Sorts what is due into messages, and keeps within the storm cap.
#include "alert/bundle.h"

#include <algorithm>
#include <iterator>

#include "alert/release.h"

namespace tipoff {
namespace {

Bundle::Kind kind_of_one(const DueNews& due) {
  return is_reminder(due.notice) ? Bundle::Kind::reminder : Bundle::Kind::single;
}

Bundle::Kind kind_together(const Channel& channel, const std::vector<DueNews>& told) {
  if (channel.policy.digest) return Bundle::Kind::digest;
  const bool quiet = std::ranges::any_of(told, [&](const DueNews& due) {
    return ends_quiet_hours(channel.policy, due.notice.release_at);
  });
  if (quiet) return Bundle::Kind::quiet;
  return told.size() == 1 ? kind_of_one(told.front()) : Bundle::Kind::group;
}

std::vector<Bundle> as_usual(const Channel& channel, std::vector<DueNews> due) {
  std::vector<Bundle> made;
  std::vector<DueNews> together;
  std::vector<Bundle> singles;
  for (DueNews& one : due) {
    if (one.notice.together && is_for_people(channel)) {
      together.push_back(std::move(one));
    } else {
      const auto kind = kind_of_one(one);
      singles.push_back({.kind = kind, .told = {}});
      singles.back().told.push_back(std::move(one));
    }
  }
  if (!together.empty()) {
    const auto kind = kind_together(channel, together);
    made.push_back({.kind = kind, .told = std::move(together)});
  }
  std::ranges::move(singles, std::back_inserter(made));
  return made;
}

/// A digest has more to say than what was kept for it: no summary swallows it.
bool is_for_digest_alone(const std::vector<Bundle>& made, std::size_t room) {
  return room == 1 && made.front().kind == Bundle::Kind::digest;
}

/// What does not fit becomes one summary, in the last message that does.
void summarise_rest(std::vector<Bundle>& made, std::size_t room) {
  Bundle rest{.kind = Bundle::Kind::storm, .told = {}};
  for (std::size_t at = room - 1; at < made.size(); ++at)
    std::ranges::move(made[at].told, std::back_inserter(rest.told));
  std::ranges::stable_sort(rest.told, stands_higher);
  made.resize(room - 1);
  made.push_back(std::move(rest));
}

}  // namespace

bool stands_higher(const DueNews& a, const DueNews& b) {
  return a.news.entry.score.score > b.news.entry.score.score;
}

std::vector<Bundle> bundles(const Channel& channel, std::vector<DueNews> due,
                            std::size_t sent_last_hour) {
  if (is_for_people(channel)) std::ranges::stable_sort(due, stands_higher);
  auto made = as_usual(channel, std::move(due));
  const std::size_t cap = channel.policy.most_per_hour;
  if (cap == 0) return made;
  const std::size_t room = cap - std::min(cap, sent_last_hour);
  if (made.size() <= room) return made;
  if (room == 0 || !is_for_people(channel) || is_for_digest_alone(made, room))
    made.resize(room);
  else
    summarise_rest(made, room);
  return made;
}

Time storm_ends(std::span<const Time> sent) {
  return sent.empty() ? Time{} : std::ranges::min(sent) + std::chrono::hours{1};
}

}  // namespace tipoff
