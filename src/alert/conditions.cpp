// Compares a piece of news with each condition in turn.
#include "alert/conditions.h"

#include <algorithm>

#include "score/event_words.h"
#include "score/target.h"

namespace tipoff {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

std::optional<std::string> unwanted_event(const AlertPolicy& policy, const Story& story) {
  if (policy.events.empty() || std::ranges::count(policy.events, story.event) > 0)
    return std::nullopt;
  std::vector<std::string> wanted;
  for (const std::string& event : policy.events) wanted.push_back(event_in_words(event));
  return "event " + event_in_words(story.event) + " is not among those wanted (" + joined(wanted) +
         ")";
}

std::optional<std::string> unwanted_certainty(const AlertPolicy& policy, const Story& story) {
  if (policy.certainties.empty() || std::ranges::count(policy.certainties, story.certainty) > 0)
    return std::nullopt;
  std::vector<std::string> wanted;
  for (const Certainty certainty : policy.certainties) wanted.emplace_back(name_of(certainty));
  return "it is " + std::string(name_of(story.certainty)) + ", wanted is " + joined(wanted);
}

std::optional<std::string> too_low(const AlertPolicy& policy, const CallListEntry& entry) {
  if (entry.score.score < policy.min_score)
    return "score " + std::to_string(entry.score.score) + " is below " +
           std::to_string(policy.min_score);
  if (policy.top <= 0 || (entry.rank > 0 && entry.rank <= policy.top)) return std::nullopt;
  const std::string place =
      entry.rank > 0 ? "number " + std::to_string(entry.rank) + " on the list" : "not on the list";
  return place + ", wanted are the first " + std::to_string(policy.top);
}

std::optional<std::string> other_owner(const AlertPolicy& policy, const CallListEntry& entry) {
  const auto is_owner = [&](const std::string& owner) { return same_value(owner, entry.owner); };
  if (policy.owners.empty() || std::ranges::any_of(policy.owners, is_owner)) return std::nullopt;
  const std::string owner =
      entry.owner.empty() ? "the account has no owner" : "the account's owner is " + entry.owner;
  return owner + ", wanted is " + joined(policy.owners);
}

}  // namespace

bool is_for_low_score(std::string_view words) {
  return words.starts_with("score ") && words.find(" is below ") != std::string_view::npos;
}

std::optional<std::string> unmet(const AlertPolicy& policy, const TriggerNews& news) {
  if (auto words = unwanted_event(policy, news.story)) return words;
  if (auto words = unwanted_certainty(policy, news.story)) return words;
  if (auto words = too_low(policy, news.entry)) return words;
  return other_owner(policy, news.entry);
}

}  // namespace tipoff
