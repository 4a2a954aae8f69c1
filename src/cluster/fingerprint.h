// The fingerprint of a text: near texts have near fingerprints (SimHash, Charikar 2002).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "cluster/words.h"

namespace tipoff {

/// SimHash over pairs of words and pairs and triples of Chinese characters, folded. Stable: it is
/// stored. 0: no words.
[[nodiscard]] std::uint64_t fingerprint(std::string_view text);
[[nodiscard]] std::uint64_t fingerprint(std::span<const Word> words);

/// Bits that differ, 0 to 64. Unrelated texts are about 32 apart, with a deviation of 4.
[[nodiscard]] int distance(std::uint64_t a, std::uint64_t b);

/// Whether two fingerprints, neither of them 0, are at most `bits` apart.
[[nodiscard]] bool within(int bits, std::uint64_t a, std::uint64_t b);

}  // namespace tipoff
