// Writes what several changes say together.
#include "alert/bundle_brief.h"

#include <algorithm>
#include <map>
#include <utility>

#include "alert/safe_text.h"
#include "alert/trigger_brief.h"
#include "alert/words.h"

namespace tipoff {
namespace {

constexpr std::size_t most_items = 50;
constexpr std::size_t highest_of_storm = 10;
constexpr std::size_t longest_name = 60;  // bytes, in a subject

std::string opening_of(const Channel& channel, const Bundle& bundle) {
  const MessageLanguage language = channel.language;
  const std::size_t count = bundle.told.size();
  if (bundle.kind == Bundle::Kind::storm)
    return say(
        language,
        "{} more events: no more than {} messages an hour are sent, the rest is counted here",
        count, channel.policy.most_per_hour);
  if (bundle.kind != Bundle::Kind::quiet)
    return say(language, "{} events, gathered into one message", count);
  return count == 1 ? say(language, "1 event, held in the quiet hours")
                    : say(language, "{} events, held in the quiet hours", count);
}

/// Most frequent first, then by name.
BriefItem counts_by_type(const std::vector<DueNews>& told, MessageLanguage language) {
  std::map<std::string, std::size_t> counts;
  for (const DueNews& due : told) ++counts[due.news.story.event];
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted,
                           [](const auto& a, const auto& b) { return a.second > b.second; });
  BriefItem item;
  for (const auto& [event, count] : sorted)
    item.rows.push_back(
        {safe_line(spoken(language, event), longest_name), std::to_string(count), ""});
  return item;
}

BriefSection items_of(const std::vector<DueNews>& told, std::size_t most,
                      MessageLanguage language) {
  BriefSection section;
  for (std::size_t at = 0; at < std::min(most, told.size()); ++at)
    section.items.push_back(short_item(told[at], language));
  return section;
}

}  // namespace

Brief bundle_brief(const Channel& channel, const Bundle& bundle) {
  const MessageLanguage language = channel.language;
  const bool is_storm = bundle.kind == Bundle::Kind::storm;
  const std::size_t most = is_storm ? highest_of_storm : most_items;
  const std::size_t count = bundle.told.size();
  const std::string accounts = accounts_in_short(bundle.told, language);
  Brief brief;
  brief.language = language;
  brief.opening = opening_of(channel, bundle);
  brief.more = count - std::min(most, count);
  if (count == 1)
    brief.subject = trigger_subject(bundle.told.front().news, language);
  else
    brief.subject = is_storm ? say(language, "{} more events: {}", count, accounts)
                             : say(language, "{} events: {}", count, accounts);
  if (is_storm)
    brief.sections.push_back(
        {.heading = say(language, "By type"), .items = {counts_by_type(bundle.told, language)}});
  brief.sections.push_back(items_of(bundle.told, most, language));
  if (is_storm) brief.sections.back().heading = say(language, "The highest");
  return brief;
}

std::string accounts_in_short(const std::vector<DueNews>& told, MessageLanguage language) {
  constexpr std::size_t most_names = 3;
  std::vector<std::string> ids;
  std::string text;
  for (const DueNews& due : told) {
    const CallListEntry& entry = due.news.entry;
    if (std::ranges::count(ids, entry.id) > 0) continue;
    ids.push_back(entry.id);
    if (ids.size() > most_names) continue;
    text.append(text.empty() ? "" : say(language, ", "))
        .append(safe_line(entry.name, longest_name));
  }
  return ids.size() > most_names ? say(language, "{}, +{} more", text, ids.size() - most_names)
                                 : text;
}

}  // namespace tipoff
