// PhraseSet: a fixed list of words and phrases, asked for at a place in a token sequence.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "match/token.h"

namespace tipoff {

/// Const after its making. Phrases are compared folded, word by word; Chinese ones character by
/// character.
class PhraseSet {
 public:
  /// `list`: phrases parted by commas or line ends; white space around them does not count.
  explicit PhraseSet(std::string_view list);

  /// Of a phrase, as followed_by makes it.
  [[nodiscard]] bool contains(std::uint64_t hash) const {
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at] != 0;
         at = (at + 1) & (slots_.size() - 1))
      if (slots_[at] == hash) return true;
    return false;
  }

  /// Number of tokens of the longest phrase that begins at `at`; 0 when none does.
  [[nodiscard]] std::size_t length_at(std::span<const Token> tokens, std::size_t at) const;

  /// Number of tokens of the longest phrase that ends before `end`; 0 when none does.
  [[nodiscard]] std::size_t length_before(std::span<const Token> tokens, std::size_t end) const;

 private:
  /// A Bloom filter of single words.
  struct Words {
    std::vector<std::uint64_t> bits;
    void add(std::uint64_t word) { bits[index(word)] |= bit(word); }
    [[nodiscard]] bool may_hold(std::uint64_t word) const {
      return (bits[index(word)] & bit(word)) != 0;
    }
    [[nodiscard]] std::size_t index(std::uint64_t word) const {
      return (word >> 6U) & (bits.size() - 1);
    }
    static std::uint64_t bit(std::uint64_t word) { return 1ULL << (word & 63U); }
  };

  void insert(std::uint64_t hash);

  Words first_;  // words that begin a phrase
  Words last_;
  std::vector<std::uint64_t> slots_;  // open addressing; 0 is empty
  std::size_t longest_ = 0;           // in tokens
};

}  // namespace tipoff
