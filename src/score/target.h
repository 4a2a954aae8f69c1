// How the values of an account meet the seller's targets.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "score/profile.h"

namespace tipoff {

/// Whether two values mean the same once folded (text/fold.h: case, accents, width, script
/// variants), with white space collapsed.
[[nodiscard]] bool same_value(std::string_view a, std::string_view b);

/// By its name or one of its other names.
[[nodiscard]] bool is_named(const Target& target, std::string_view value);

/// The target's importance, its own or else the criterion's; 1 less for a strong competitor, not
/// below 0.
[[nodiscard]] int points_of(const Target& target, int importance);

/// The most that any of the targets can give; 0 without targets.
[[nodiscard]] int most_points(std::span<const Target> targets, int importance);

struct TargetMatch {
  const Target* target = nullptr;
  std::string_view value;  // as the account has it
  int points = 0;
};

/// The match with the most points, the first of equals. Views and pointers last as long as the
/// arguments.
[[nodiscard]] std::optional<TargetMatch> best_match(std::span<const std::string> values,
                                                    std::span<const Target> targets,
                                                    int importance);

/// A title meets a target as a whole or by one of its parts: "COO" in "COO & Managing Director".
[[nodiscard]] std::optional<TargetMatch> best_title_match(std::string_view title,
                                                          std::span<const Target> targets,
                                                          int importance);

/// The parts of a title between , / & ; "and" 和 、 and their full-width forms. Views into `title`.
[[nodiscard]] std::vector<std::string_view> title_parts(std::string_view title);

}  // namespace tipoff
