// NameOpenings: how the names of an index begin, as a filter small enough to stay near the
// processor.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "match/opening_filter.h"
#include "match/token.h"
#include "match/word_hash.h"
#include "text/fold.h"

namespace tipoff {

/// A name opens with its first two words, or with its first three where the first is an ideograph,
/// since nearly every single ideograph begins some name, and many a pair; one that has fewer words
/// opens with all. What is denied is certain.
class NameOpenings {
 public:
  /// `symbol`: a stock symbol and no name; a single word then opens none.
  void add(std::span<const std::uint64_t> words, bool symbol = false);

  /// Makes the filters. Nothing may be added afterwards.
  void finish();

  /// `opening`: opening_of() the words.
  [[nodiscard]] bool may_hold(std::uint64_t opening) const { return openings_.may_hold(opening); }

  /// Whether the word may be a stock symbol.
  [[nodiscard]] bool may_be_symbol(std::uint64_t word) const {
    return symbols_.may_hold(opening_of(word));
  }

  /// Whether a name may begin with the word, which is no ideograph unless the name is nothing else.
  [[nodiscard]] bool may_begin_with_word(std::uint64_t word) const {
    return beginnings_.may_hold(opening_of(word));
  }

  /// The same of two ideographs that follow each other.
  [[nodiscard]] bool may_begin_with_pair(std::uint64_t first, std::uint64_t second) const {
    return beginnings_.may_hold(opening_of(first, second));
  }

  /// Whether a name may begin with this ideograph: of use where names are few.
  [[nodiscard]] bool may_begin_with(std::uint64_t ideograph) const {
    return (first_[(ideograph >> 26U) % first_.size()] >> ((ideograph >> 20U) & 63U) & 1U) != 0;
  }

  /// The same of any word.
  [[nodiscard]] bool may_begin_with(const Token& word, bool names_only) const {
    return word.ideograph ? may_begin_with(word.hash) : !(names_only && word.small);
  }

  /// Whether a character of three bytes opens the bytes, the first in the lowest, that neither
  /// begins a name nor takes part in a word.
  [[nodiscard]] bool is_dull(std::uint64_t bytes) const {
    return is_three_bytes(bytes) && (notable_bit(bytes) & 1U) == 0;
  }

  /// The same of two characters.
  [[nodiscard]] bool are_dull(std::uint64_t bytes) const {
    return (bytes & 0xC0C0F0C0C0F0U) == 0x8080E08080E0U &&
           ((notable_bit(bytes) | notable_bit(bytes >> 24U)) & 1U) == 0;
  }

  /// Whether most texts have no name, so that it pays to look closer before one is read.
  [[nodiscard]] bool are_few() const { return few_; }

  /// Whether there are names that begin with an ideograph.
  [[nodiscard]] bool has_ideographs() const { return ideographs_; }

  /// Whether there are names of a single ideograph.
  [[nodiscard]] bool has_lone_ideographs() const { return lone_ideographs_; }

  [[nodiscard]] std::size_t bytes() const {
    return sizeof(first_) + sizeof(notable_) + openings_.bytes() + beginnings_.bytes() +
           symbols_.bytes();
  }

 private:
  /// In the lowest bit.
  [[nodiscard]] std::uint64_t notable_bit(std::uint64_t bytes) const {
    return notable_[(bytes & 0x0FU) << 6U | (bytes >> 8U & 0x3FU)] >> (bytes >> 16U & 0x3FU);
  }
  [[nodiscard]] bool is_notable(FoldingTables tables, std::size_t code) const;

  OpeningFilter openings_;
  OpeningFilter beginnings_;  // first words, and first pairs of ideographs: for the quick look
  OpeningFilter symbols_;
  std::array<std::uint64_t, 1024> first_{};    // a bit for each first ideograph
  std::array<std::uint64_t, 1024> notable_{};  // a bit for each raw character that is not dull
  bool few_ = true;
  bool ideographs_ = false;  // whether any name begins with one
  bool lone_ideographs_ = false;
};

}  // namespace tipoff
