// From findings to steps in the scorecard.
#include "learn/change.h"

#include <algorithm>

#include "learn/wilson.h"
#include "score/event_words.h"
#include "score/target.h"
#include "text/format.h"

namespace tipoff {
namespace {

constexpr int most_important = 2;

/// One of the three criteria with targets.
struct TargetSetting {
  std::string_view name;  // singular
  std::string_view plural;
  std::vector<Target> Profile::* targets;
  int Importance::* importance;
  std::size_t most;  // targets, by the method
};

const TargetSetting* target_setting(TraitKind kind) {
  static constexpr TargetSetting industry{"industry", "industries", &Profile::industries,
                                          &Importance::industry, 2};
  static constexpr TargetSetting title{"title", "titles", &Profile::titles, &Importance::title, 3};
  static constexpr TargetSetting region{"region", "regions", &Profile::regions, &Importance::region,
                                        1000};
  if (kind == TraitKind::industry) return &industry;
  if (kind == TraitKind::title) return &title;
  if (kind == TraitKind::region) return &region;
  return nullptr;
}

bool is_below(int won, int accounts, double target) {
  return wilson_interval(won, accounts).high < target;
}

/// Draws one finding's change.
class ChangeDraft {
 public:
  ChangeDraft(const Finding& finding, const ChangeBasis& basis)
      : finding_(finding),
        basis_(basis),
        value_(finding.trait.value),
        after_(*basis.current),
        profile_(after_.profile) {}

  std::optional<Change> draw() {
    switch (finding_.trait.kind) {
      case TraitKind::industry:
      case TraitKind::title:
      case TraitKind::region:
        return target_change(*target_setting(finding_.trait.kind));
      case TraitKind::event:
        return event_change();
      case TraitKind::importance:
        return importance_change();
      case TraitKind::rule:
        return rule_change();
      case TraitKind::event_age:
        return window_change();
    }
    return std::nullopt;
  }

 private:
  std::optional<Change> change(std::string words) {
    return Change{.words = std::move(words), .after = std::move(after_)};
  }

  [[nodiscard]] bool is_hopeless() const {
    return is_below(finding_.seen.with_won, finding_.seen.with, basis_.target);
  }
  [[nodiscard]] bool are_others_hopeless() const {
    return is_below(finding_.seen.without_won, finding_.seen.without, basis_.target);
  }

  [[nodiscard]] bool is_found_to_win_more(TraitKind kind, const std::string& value) const {
    return std::ranges::any_of(basis_.findings, [&](const Finding& each) {
      return each.wins_more() && each.trait.kind == kind && each.trait.value == value;
    });
  }

  // Industries, titles, regions.

  std::optional<Change> target_change(const TargetSetting& setting) {
    std::vector<Target>& targets = profile_.*setting.targets;
    const auto target =
        std::ranges::find_if(targets, [&](const Target& each) { return is_named(each, value_); });
    if (target == targets.end()) return finding_.wins_more() ? new_target(setting) : std::nullopt;
    const int importance = target->importance.value_or(profile_.importance.*setting.importance);
    if (!finding_.wins_more()) return less_of(setting, target - targets.begin(), importance);
    if (importance == most_important) return less_of_others(setting);
    target->importance = importance + 1;
    return change(fmt::format("raise the importance of the {} {} from {} to {}", setting.name,
                              target->name, importance, importance + 1));
  }

  std::optional<Change> new_target(const TargetSetting& setting) {
    std::vector<Target>& targets = profile_.*setting.targets;
    const bool narrows = targets.empty();
    if (targets.size() == setting.most || (narrows && !are_others_hopeless())) return std::nullopt;
    targets.push_back({.name = value_, .also = {}, .importance = {}, .strong_competitor = false});
    if (narrows) return change(fmt::format("narrow the list to the {} {}", setting.name, value_));
    return change(
        fmt::format("take the {} {} among the target {}", setting.name, value_, setting.plural));
  }

  std::optional<Change> less_of(const TargetSetting& setting, std::ptrdiff_t at, int importance) {
    std::vector<Target>& targets = profile_.*setting.targets;
    if (targets.size() > 1 && is_hopeless()) {
      targets.erase(targets.begin() + at);
      return change(fmt::format("narrow the list: take the {} {} from the target {}", setting.name,
                                value_, setting.plural));
    }
    if (importance == 0) return std::nullopt;
    targets[static_cast<std::size_t>(at)].importance = importance - 1;
    return change(fmt::format("lower the importance of the {} {} from {} to {}", setting.name,
                              value_, importance, importance - 1));
  }

  std::optional<Change> less_of_others(const TargetSetting& setting) {
    std::vector<std::string> lowered;
    for (Target& target : profile_.*setting.targets) {
      const int importance = target.importance.value_or(profile_.importance.*setting.importance);
      if (importance < most_important || is_found_to_win_more(finding_.trait.kind, target.name))
        continue;
      target.importance = importance - 1;
      lowered.push_back(target.name);
    }
    if (lowered.empty()) return narrowed_to(setting);
    return change(fmt::format("lower the importance of the {} {} from 2 to 1",
                              lowered.size() == 1 ? setting.name : setting.plural,
                              fmt::join(lowered, ", ")));
  }

  /// The last step: what wins less has less points already.
  std::optional<Change> narrowed_to(const TargetSetting& setting) {
    std::vector<Target>& targets = profile_.*setting.targets;
    const auto given_up = [&](const Target& target) {
      return !is_named(target, value_) && !is_found_to_win_more(finding_.trait.kind, target.name);
    };
    if (!are_others_hopeless() || std::erase_if(targets, given_up) == 0) return std::nullopt;
    std::vector<std::string> kept;
    for (const Target& target : targets) kept.push_back(target.name);
    return change(fmt::format("narrow the list to the {} {}",
                              kept.size() == 1 ? setting.name : setting.plural,
                              fmt::join(kept, ", ")));
  }

  // Events. Without [triggers] every type counts; a table that names one type must name all.

  void name_all_events() {
    if (!profile_.triggers.empty()) return;
    for (const std::string& type : basis_.event_types)
      profile_.triggers[type] = {.weight = profile_.importance.trigger, .window = default_window};
    profile_.triggers.try_emplace(
        value_, TriggerWeight{.weight = profile_.importance.trigger, .window = default_window});
  }

  std::optional<Change> event_change() {
    name_all_events();
    const auto [trigger, unnamed] =
        profile_.triggers.try_emplace(value_, TriggerWeight{.weight = 0, .window = default_window});
    const int weight = trigger->second.weight;
    if (finding_.wins_more() && weight == most_important) return less_of_other_events();
    if (!finding_.wins_more() && (weight == 0 || (weight == 1 && !is_hopeless())))
      return std::nullopt;
    trigger->second.weight += finding_.wins_more() ? 1 : -1;
    return change(fmt::format("{} the weight of {} from {} to {}",
                              finding_.wins_more() ? "raise" : "lower", event_in_words(value_),
                              weight, trigger->second.weight));
  }

  std::optional<Change> less_of_other_events() {
    std::size_t lowered = 0;
    for (auto& [type, trigger] : profile_.triggers) {
      if (trigger.weight < most_important || is_found_to_win_more(TraitKind::event, type)) continue;
      trigger.weight -= 1;
      ++lowered;
    }
    if (lowered == 0) return std::nullopt;
    std::vector<std::string> kept;
    for (const auto& [type, trigger] : profile_.triggers)
      if (trigger.weight == most_important) kept.push_back(event_in_words(type));
    return change(fmt::format("leave the weight 2 to {}: lower the other {} from 2 to 1",
                              fmt::join(kept, ", "), lowered == 1 ? "one" : "ones"));
  }

  // Importances of whole criteria.

  std::optional<Change> importance_change() {
    int* importance = importance_of(value_);
    if (importance == nullptr) return std::nullopt;
    const int before = *importance;
    const int after = std::clamp(before + (finding_.wins_more() ? 1 : -1), 0, most_important);
    if (after == before) return std::nullopt;
    *importance = after;
    return change(fmt::format("{} the importance of the {} from {} to {}",
                              after > before ? "raise" : "lower", value_, before, after));
  }

  int* importance_of(const std::string& criterion) {
    if (criterion == "industry") return &profile_.importance.industry;
    if (criterion == "title") return &profile_.importance.title;
    if (criterion == "region") return &profile_.importance.region;
    // Named types have weights of their own.
    return profile_.triggers.empty() ? &profile_.importance.trigger : nullptr;
  }

  // Rules and windows.

  std::optional<Change> rule_change() {
    if (finding_.wins_more() || !is_hopeless()) return std::nullopt;
    auto& retired = after_.retired_rules;
    if (std::ranges::find(retired, value_) != retired.end()) return std::nullopt;
    retired.push_back(value_);
    std::ranges::sort(retired);
    return change(fmt::format("retire the rule {}", value_));
  }

  std::optional<Change> window_change() {
    if (finding_.wins_more() || !is_hopeless()) return std::nullopt;
    const std::chrono::seconds window = finding_.trait.older_than;
    const bool any = value_ == any_event;
    name_all_events();
    profile_.triggers.erase(std::string(any_event));
    std::size_t shortened = 0;
    for (auto& [type, trigger] : profile_.triggers) {
      if ((!any && type != value_) || trigger.window <= window) continue;
      trigger.window = window;
      ++shortened;
    }
    if (shortened == 0) return std::nullopt;
    return change(fmt::format("let {} count for {} days only",
                              any ? std::string("events") : "a " + event_in_words(value_),
                              finding_.trait.older_than.count()));
  }

  const Finding& finding_;
  const ChangeBasis& basis_;
  const std::string& value_;
  Scoring after_;
  Profile& profile_;  // of after_
};

}  // namespace

std::optional<Change> change_for(const Finding& finding, const ChangeBasis& basis) {
  return ChangeDraft(finding, basis).draw();
}

}  // namespace tipoff
