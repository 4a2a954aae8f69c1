// The nearest valid word to one that somebody mistyped.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tipoff {

/// How many characters must be inserted, removed, replaced or swapped with their neighbour to make
/// `b` of `a` (ASCII case ignored).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The valid word that `word` was most likely meant to be: at most a third of the longer word
/// differs, and at least one letter may. Empty where none is near. The earlier of two equally near
/// ones.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string_view> valid);

/// " (did you mean 'interval'?)", or " (valid: url, interval)" where none is near and few are
/// valid; may be empty.
[[nodiscard]] std::string suggestion(std::string_view word,
                                     std::span<const std::string_view> valid);

}  // namespace tipoff
