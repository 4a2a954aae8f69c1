// Shingles: the runs of three words of a text, sampled, and how far those of two texts agree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cluster/words.h"

namespace tipoff {

/// Runs of three words of one sentence. Of a long text a sample, chosen alike in every text
/// (min-wise sampling, Broder 1997): the runs whose first two words have the smallest hashes.
struct Shingles {
  bool whole = true;                  // all of them
  std::vector<std::uint64_t> hashes;  // sorted; the first two words above, the third below

  [[nodiscard]] bool empty() const { return hashes.empty(); }

  bool operator==(const Shingles&) const = default;
};

/// Of the text that the words are of.
[[nodiscard]] Shingles shingles_of(std::span<const Word> words, std::string_view text,
                                   std::size_t most);

/// Likewise of its numbers of two digits and more.
[[nodiscard]] Shingles numbers_of(std::span<const Word> words, std::size_t most);

/// Where both samples are complete.
struct Agreement {
  std::size_t compared = 0;  // runs of the text that has fewer
  std::size_t shared = 0;    // runs of both texts
  std::size_t followed = 0;  // pairs of words of both texts that the same word follows in both,
  std::size_t parted = 0;    // or never the same: another name was filled in there

  /// Share of the smaller text that the other has, 0 to 1.
  [[nodiscard]] double containment() const {
    return compared == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(compared);
  }
};

[[nodiscard]] Agreement agreement_of(const Shingles& a, const Shingles& b);

}  // namespace tipoff
