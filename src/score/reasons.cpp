// The sentences that stand behind each point of a score.
#include "score/reasons.h"

#include "score/account_score.h"
#include "score/event_words.h"

namespace tipoff {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : between).append(word);
  return text;
}

std::vector<std::string> names_of(const std::vector<Target>& targets) {
  std::vector<std::string> names;
  names.reserve(targets.size());
  for (const Target& target : targets) names.push_back(target.name);
  return names;
}

std::string_view plural_of(Criterion criterion) {
  switch (criterion) {
    case Criterion::title:
      return "titles";
    case Criterion::region:
      return "regions";
    default:
      return "industries";
  }
}

std::string_view importance_in_words(int importance) {
  return importance >= 2   ? "very important"
         : importance == 1 ? "somewhat important"
                           : "not important";
}

}  // namespace

std::string mismatch_reason(Criterion criterion, const std::vector<std::string>& values,
                            const std::vector<Target>& targets) {
  const bool several = values.size() > 1;
  return std::string(several ? plural_of(criterion) : name_of(criterion)) + " " +
         joined(values, "; ") + (several ? " match" : " matches") + " no target (" +
         joined(names_of(targets), ", ") + ")";
}

std::string match_reason(Criterion criterion, const TargetMatch& match, int importance) {
  const Target& target = *match.target;
  std::string text = std::string(name_of(criterion)) + " " + std::string(match.value);
  text += same_value(match.value, target.name) ? " is a target" : " is the target " + target.name;
  const int own = target.importance.value_or(importance);
  text.append(" (").append(importance_in_words(own));
  if (target.strong_competitor && own > 0) text += ", 1 less for a strong competitor";
  return text + ")";
}

std::string unknown_reason(Criterion criterion, const std::vector<Target>& targets) {
  const std::string wanted = joined(names_of(targets), " or ");
  if (criterion == Criterion::title) return "title unknown: find the " + wanted;
  return std::string(name_of(criterion)) + " unknown: find out whether it is " + wanted;
}

std::string no_target_reason(Criterion criterion) {
  return "no target " + std::string(plural_of(criterion)) + " are set";
}

std::string trigger_reason(const Story* best, const Profile& profile) {
  if (best == nullptr)
    return most_trigger_points(profile) > 0 ? "no live trigger event"
                                            : "trigger events do not count";
  std::string text =
      event_with_day(*best) + ": " + std::string(headline_of(*best)) + source_in_brackets(*best);
  const bool capped = weight_of(profile, best->event)->weight > points_of(*best, profile);
  return capped ? text + "; a rumour counts 1 at most" : text;
}

}  // namespace tipoff
