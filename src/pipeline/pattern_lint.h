// Pattern lint: what makes one pattern dear, or keeps it from ever matching.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

/// A gap that may hold this many characters or more is dear: RE2 then carries as many states.
inline constexpr int dear_gap = 40;

/// The gaps of a pattern that are dear, as they are written: ".{0,40}", ".*", "[^.;]{0,60}". A
/// class that leaves out white space ("[^\s]+") is a word and no gap.
[[nodiscard]] std::vector<std::string> dear_gaps(std::string_view pattern);

/// Why the pattern, or a branch of it, cannot match within a sentence: an anchor between letters,
/// \b between Chinese characters, a line break, the end of a sentence in the middle, a traditional
/// character. A sentence each; empty where nothing of the kind is seen.
[[nodiscard]] std::vector<std::string> dead_ends(std::string_view pattern);

}  // namespace tipoff
