// Hit: one rule that spoke in one sentence; and how hits add up to triggers.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/passage.h"
#include "detect/rule.h"
#include "detect/trigger.h"

namespace tipoff {

struct Hit {
  int rule = 0;  // index in the book
  std::optional<AccountIndex> account;
  std::optional<Role> role;
  bool ambiguous = false;
  Certainty certainty = Certainty::announced;
  std::optional<Span> certainty_words;  // what made it; bytes in the field
  std::size_t passage = 0;              // index of the sentence
  Span words;                           // bytes in the field
  Place place = Place::title;
  double points = 0;  // the rule's weight, by place
};

/// An event needs this many points.
inline constexpr double enough = 1.0;

[[nodiscard]] double points_at(Place place, const Weight& weight);

/// Sums the hits of each account and event, the best hit of each rule once; what has enough becomes
/// a trigger that shows its best hit. In order of account and event.
[[nodiscard]] std::vector<Trigger> add_up(std::span<const Hit> hits, const std::vector<Rule>& rules,
                                          std::span<const Passage> passages, const NewsText& text);

}  // namespace tipoff
