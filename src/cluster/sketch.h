// Sketch: what is kept of a text to tell copies of it, and how much two texts resemble each other.
#pragma once

#include <cstdint>
#include <vector>

#include "cluster/shingles.h"
#include "cluster/telling.h"
#include "parse/article.h"

namespace tipoff {

struct Sketch {
  bool brief = true;  // the body: one name more or less is much of it
  Shingles body;
  Shingles lead;                         // how the body begins
  Shingles numbers;                      // of the body
  Telling headline;                      // of a text without one, what it begins with
  std::vector<std::uint64_t> borne_out;  // names of the headline that a brief body has too, sorted

  bool operator==(const Sketch&) const = default;
};

/// Reads 4,000 words at most.
[[nodiscard]] Sketch sketch_of(const NewsText& text);

/// Two texts that resemble each other have one in common, very likely.
[[nodiscard]] std::vector<std::uint32_t> keys_of(const Sketch& sketch);

/// Above 1 for the same body, above 0 for the same headline, 0 for another story. A form filled in
/// with other names or numbers is another story.
[[nodiscard]] double resemblance(const Sketch& a, const Sketch& b);

/// A few words only, such as a feed has below all of its headlines: these speak of different
/// people, none of whom stands in the body.
[[nodiscard]] bool is_blurb(const Sketch& a, const Sketch& b);

}  // namespace tipoff
