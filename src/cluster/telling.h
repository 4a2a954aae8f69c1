// What tells one event from another in a headline: the names, numbers and other words that are not
// general ones.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "cluster/words.h"

namespace tipoff {

/// The words of an account's names: every deal of the account has them, so they tell nothing.
class OwnWords {
 public:
  /// By its names; where there are none, by its id.
  OwnWords(const std::vector<std::string>& names, std::string_view id);

  [[nodiscard]] bool has(std::uint64_t hash) const;

  /// Pairs of characters, as a Chinese short form has them.
  [[nodiscard]] bool has_pair(std::uint64_t first, std::uint64_t second) const;

 private:
  std::vector<std::uint64_t> words_;  // sorted
};

/// Sorted hashes, each once.
struct Telling {
  std::vector<std::uint64_t> names;  // capitalised words; pairs of Chinese characters
  std::vector<std::uint64_t>
      words;  // every word of letters or pair of characters, general ones too
  std::vector<std::uint64_t> numbers;  // of two digits and more, but for years; with magnitude
  std::vector<std::uint64_t> sums;     // those that have one: 40 million, 4000万
  std::uint64_t first_name = 0;        // in the text; 0: none
  bool own_seen = false;               // the account's own words stood there
  bool shouted = false;                // capitals everywhere: its names are guesses
  bool in_characters = false;          // Chinese, whatever it names
  bool latin = false;                  // has names in letters
  bool chinese = false;                // has names in characters

  bool operator==(const Telling&) const = default;
};

[[nodiscard]] Telling telling_of(std::string_view text, const OwnWords& own);

/// Both together.
[[nodiscard]] Telling joined(const Telling& a, const Telling& b);

[[nodiscard]] std::size_t shared_count(const std::vector<std::uint64_t>& a,
                                       const std::vector<std::uint64_t>& b);

}  // namespace tipoff
