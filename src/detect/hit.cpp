// Adding hits up: places weigh differently, every rule counts once, the best hit is what is shown.
#include "detect/hit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "text/utf8.h"

namespace tipoff {
namespace {

/// Evidence longer than this is cut around the matched words.
constexpr std::size_t longest_evidence = 300;

/// A hit of so many points says what the news is, and not what went before.
constexpr double nearly_enough = 0.9;

/// A rule's best hit.
struct Scored {
  double points = 0;
  Place place = Place::title;
};

using ByRule = std::map<int, Scored>;

struct Sum {
  ByRule by_rule;
  ByRule certain_by_rule;  // of hits that rest on no ambiguous mention
  const Hit* best = nullptr;
  const Hit* best_with_role = nullptr;
  bool completed = false;  // a strong hit says so
};

bool better(const Hit& hit, const Hit* than) {
  return than == nullptr || hit.points > than->points;
}

void keep_stronger(ByRule& scores, const Hit& hit) {
  const auto [known, fresh] = scores.try_emplace(hit.rule, Scored{hit.points, hit.place});
  if (!fresh && std::abs(hit.points) > std::abs(known->second.points))
    known->second = {hit.points, hit.place};
}

/// Points for and against, by place.
struct Balance {
  std::array<double, 3> pro{};
  std::array<double, 3> contra{};

  explicit Balance(const ByRule& scores = {}) {
    for (const auto& [rule, scored] : scores) {
      (scored.points > 0 ? pro : contra).at(static_cast<std::size_t>(scored.place)) +=
          scored.points;
    }
  }

  /// What the body says against an event takes nothing from what the headline says for it.
  [[nodiscard]] double sum(const Balance& against) const {
    const double body = std::max(0.0, pro[2] + against.contra[2]);
    const double lead = std::max(0.0, body + pro[1] + against.contra[1]);
    return lead + pro[0] + against.contra[0];
  }

  [[nodiscard]] double all_pro() const { return pro[0] + pro[1] + pro[2]; }

  Balance& operator+=(const Balance& other) {
    for (std::size_t i = 0; i < pro.size(); ++i) {
      pro.at(i) += other.pro.at(i);
      contra.at(i) += other.contra.at(i);
    }
    return *this;
  }
};

void take(Sum& sum, const Hit& hit) {
  keep_stronger(sum.by_rule, hit);
  if (!hit.ambiguous) keep_stronger(sum.certain_by_rule, hit);
  if (hit.points <= 0) return;
  if (hit.points >= nearly_enough && hit.certainty == Certainty::completed) sum.completed = true;
  if (better(hit, sum.best)) sum.best = &hit;
  if (hit.role && better(hit, sum.best_with_role)) sum.best_with_role = &hit;
}

/// The sentence, or as much of it around the words as fits.
Span evidence(std::string_view field, Span sentence, Span words) {
  if (sentence.end - sentence.begin <= longest_evidence) return sentence;
  const std::size_t spare = longest_evidence - std::min(longest_evidence, words.end - words.begin);
  Span span{std::max(sentence.begin, words.begin - std::min(words.begin, spare / 2)), 0};
  span.end = std::min(sentence.end, std::max(words.end, span.begin + longest_evidence));
  while (span.begin > sentence.begin && field[span.begin - 1] != ' ' &&
         !continues_character(field[span.begin]))
    --span.begin;
  while (span.begin > 0 && continues_character(field[span.begin])) --span.begin;
  while (span.end < sentence.end && continues_character(field[span.end])) ++span.end;
  return span;
}

/// From half at just enough points towards one.
double confidence(double points) {
  return std::round((1 - std::exp2(-points)) * 100) / 100;
}

using Key = std::pair<std::optional<AccountIndex>, std::string_view>;  // account and event

/// What the events of one family have together, and the strongest of them.
struct FamilySum {
  Balance all;
  Balance certain;
  double strongest = 0;
  Key event;
};

using Families = std::map<Key, FamilySum>;  // by account and family

/// An event without a family is a family of its own.
Key family_key(const Key& key, const Sum& sum, const std::vector<Rule>& rules) {
  const std::string& family = rules[static_cast<std::size_t>(sum.by_rule.begin()->first)].family;
  return {key.first, family.empty() ? key.second : std::string_view(family)};
}

Families families_of(const std::map<Key, Sum>& sums, const std::vector<Rule>& rules) {
  Families families;
  for (const auto& [key, sum] : sums) {
    FamilySum& family = families[family_key(key, sum, rules)];
    const Balance own(sum.by_rule);
    family.all += own;
    family.certain += Balance(sum.certain_by_rule);
    if (own.all_pro() <= family.strongest) continue;
    family.strongest = own.all_pro();
    family.event = key;
  }
  return families;
}

struct Standing {
  double points = 0;
  double certain = 0;  // without what rests on ambiguous mentions
};

/// What an event has: its own points, or for the strongest of a family all of them; less what
/// speaks against the family.
Standing standing(const Key& key, const Sum& sum, const FamilySum& family) {
  if (family.event == key) return {family.all.sum(family.all), family.certain.sum(family.certain)};
  return {Balance(sum.by_rule).sum(family.all), Balance(sum.certain_by_rule).sum(family.certain)};
}

/// Several weak signs of a second event are the circumstances of the first: who sells a unit for an
/// undisclosed sum does not acquire it. An event beside the strongest of its family needs one hit
/// that nearly makes it by itself.
bool is_circumstance(const Key& key, const Sum& sum, const FamilySum& family) {
  return family.event != key && sum.best->points < nearly_enough;
}

Trigger trigger_from(const Sum& sum, const std::vector<Rule>& rules,
                     std::span<const Passage> passages, const NewsText& text) {
  const Hit& shown = *sum.best;
  const Passage& passage = passages[shown.passage];
  const std::string_view field = field_text(text, passage.field);
  const Span span = evidence(field, passage.span, shown.words);
  Trigger trigger;
  trigger.role = sum.best_with_role == nullptr ? std::nullopt : sum.best_with_role->role;
  const bool announced = shown.certainty == Certainty::announced;
  trigger.certainty = announced && sum.completed ? Certainty::completed : shown.certainty;
  trigger.rule = rules[static_cast<std::size_t>(shown.rule)].id;
  trigger.field = passage.field;
  trigger.begin = span.begin;
  trigger.end = span.end;
  trigger.evidence = field.substr(span.begin, span.end - span.begin);
  return trigger;
}

}  // namespace

double points_at(Place place, const Weight& weight) {
  switch (place) {
    case Place::title:
      return weight.title;
    case Place::lead:
      return weight.lead;
    case Place::body:
      return weight.body;
  }
  return 0;
}

std::vector<Trigger> add_up(std::span<const Hit> hits, const std::vector<Rule>& rules,
                            std::span<const Passage> passages, const NewsText& text) {
  std::map<Key, Sum> sums;
  for (const Hit& hit : hits)
    take(sums[{hit.account, rules[static_cast<std::size_t>(hit.rule)].event}], hit);
  const Families families = families_of(sums, rules);
  std::vector<Trigger> triggers;
  for (const auto& [key, sum] : sums) {
    const FamilySum& family = families.at(family_key(key, sum, rules));
    const auto [points, certain] = standing(key, sum, family);
    if (sum.best == nullptr || points < enough || is_circumstance(key, sum, family)) continue;
    Trigger trigger = trigger_from(sum, rules, passages, text);
    trigger.account = key.first;
    trigger.event = key.second;
    trigger.confidence = confidence(points);
    trigger.ambiguous = certain < enough;
    triggers.push_back(std::move(trigger));
  }
  return triggers;
}

}  // namespace tipoff
