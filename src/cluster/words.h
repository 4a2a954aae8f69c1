// The words of a text, folded so that case, accents, width and punctuation do not matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tipoff {

/// A run of letters, a number, or a single Chinese, Japanese or Korean character. Hashes are stored
/// (fingerprints are made of them), so this folding is our own and stays: another version of a
/// Unicode library must not change it.
struct Word {
  enum class Kind : std::uint8_t { letters, number, character };

  std::uint64_t hash = 0;  // of the folded spelling
  Kind kind = Kind::letters;
  bool capital = false;     // begins with A-Z or another capital that we know
  std::uint8_t length = 0;  // code points, 255 at most
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;

  bool operator==(const Word&) const = default;
};

/// In order, the first `most`. "Fed's" is "fed", "5bn" is "5" and "bn", "14,000" is "14000";
/// invalid bytes separate words.
[[nodiscard]] std::vector<Word> words_of(std::string_view text, std::size_t most = SIZE_MAX);

/// One hash of two, in order.
[[nodiscard]] constexpr std::uint64_t hash_together(std::uint64_t first, std::uint64_t second) {
  std::uint64_t mixed = first * 0x9e3779b97f4a7c15 + second;
  mixed = (mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93;
  mixed = (mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93;
  return mixed ^ (mixed >> 32);
}

}  // namespace tipoff
