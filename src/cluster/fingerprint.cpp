// Counts, for each of 64 bits, whether more shingles have it set than not.
#include "cluster/fingerprint.h"

#include <array>
#include <bit>
#include <vector>

namespace tipoff {
namespace {

constexpr std::uint64_t few = 8;  // hashes

/// 64 counters side by side: plane n holds bit n of each, so that adding a hash is a ripple of
/// carries over few planes.
class BitCounts {
 public:
  void add(std::uint64_t hash) {
    ++total_;
    mixed_ ^= hash;
    for (auto& plane : planes_) {
      const std::uint64_t carry = plane & hash;
      plane ^= hash;
      if (carry == 0) return;
      hash = carry;
    }
  }

  /// The bits that more than half of the hashes have. In a few hashes many bits tie: there all of
  /// them together decide, or short headlines with one word in common would be near.
  [[nodiscard]] std::uint64_t majority() const {
    std::uint64_t bits = 0;
    for (unsigned bit = 0; bit < 64; ++bit) {
      std::uint64_t count = 0;
      for (unsigned plane = 0; plane < planes_.size(); ++plane)
        count |= ((planes_[plane] >> bit) & 1U) << plane;
      const std::uint64_t mask = std::uint64_t{1} << bit;
      if (2 * count > total_ || (2 * count == total_ && total_ < few && (mixed_ & mask) != 0))
        bits |= mask;
    }
    return bits;
  }

 private:
  std::array<std::uint64_t, 32> planes_{};
  std::uint64_t total_ = 0;
  std::uint64_t mixed_ = 0;
};

}  // namespace

std::uint64_t fingerprint(std::span<const Word> words) {
  BitCounts counts;
  if (words.size() == 1) counts.add(words[0].hash);
  for (std::size_t at = 1; at < words.size(); ++at) {
    counts.add(hash_together(words[at - 1].hash, words[at].hash));
    if (at < 2) continue;
    const auto triple = words.subspan(at - 2, 3);
    const bool characters = triple[0].kind == Word::Kind::character &&
                            triple[1].kind == Word::Kind::character &&
                            triple[2].kind == Word::Kind::character;
    if (characters)
      counts.add(hash_together(hash_together(triple[0].hash, triple[1].hash), triple[2].hash));
  }
  return counts.majority();
}

std::uint64_t fingerprint(std::string_view text) {
  return fingerprint(words_of(text));
}

int distance(std::uint64_t a, std::uint64_t b) {
  return std::popcount(a ^ b);
}

bool within(int bits, std::uint64_t a, std::uint64_t b) {
  return a != 0 && b != 0 && distance(a, b) <= bits;
}

}  // namespace tipoff
