// Rhythm: how often a feed has news, as far as its own dates tell.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "clock.h"

namespace tipoff {

struct Rhythm {
  std::chrono::seconds gap{0};  // usual time between two articles; 0: unknown
  Time newest{};                // when the newest one was published

  bool operator==(const Rhythm&) const = default;
};

inline constexpr std::chrono::minutes shortest_adapted{10};
inline constexpr std::chrono::hours longest_adapted{4};

/// From the dates of a document's articles, in any order. Dates in the future say nothing; of three
/// articles or more, the newest ten count.
[[nodiscard]] Rhythm rhythm_of(std::vector<Time> published, Time now);

/// Twice as often as there is news, and seldom where there has been none for long: half the usual
/// gap, or an eighth of the present silence, between `shortest_adapted` and `longest_adapted`.
/// Nothing where the rhythm is unknown.
[[nodiscard]] std::optional<std::chrono::seconds> adapted_interval(const Rhythm& rhythm, Time now);

}  // namespace tipoff
