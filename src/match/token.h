// Tokens: the words of a text as hashes of their folded form, with the places where they stand.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

/// A run of letters and digits, or one ideograph. "&" is the word "and". Apostrophes vanish within
/// words ("Lowe's" is "lowes"); single letters that only dots and spaces part are one word ("A. O."
/// is "ao").
struct Token {
  std::uint64_t hash = 0;   // see WordHash
  std::uint64_t stem = 0;   // of the word without its possessive 's; else equal to `hash`
  std::uint32_t begin = 0;  // bytes in the raw text
  std::uint32_t end = 0;
  bool small = false;  // begins with a small ASCII letter, and has no ASCII capital
  bool ideograph = false;
  bool plain = false;  // nothing but ASCII letters and digits; then the next two are known
  bool has_capital = false;
  bool has_small = false;  // a small letter
};

using Tokens = std::pmr::vector<Token>;

/// `memory`: where the tokens are kept, for who reads many texts.
[[nodiscard]] Tokens tokens_of(
    std::string_view text, std::pmr::memory_resource* memory = std::pmr::get_default_resource());

/// No more than `most` of them, and no more read than it takes.
[[nodiscard]] Tokens first_tokens_of(
    std::string_view text, std::size_t most,
    std::pmr::memory_resource* memory = std::pmr::get_default_resource());

/// The folded word that the raw text of a token is, spelled as tokens_of reads it.
[[nodiscard]] std::string spelled(std::string_view raw_token);

[[nodiscard]] std::uint64_t word_hash(std::string_view folded_word);

/// Hash of a sequence of words, made step by step; a sequence of one word has that word's hash.
[[nodiscard]] inline std::uint64_t followed_by(std::uint64_t sequence, std::uint64_t word) {
  std::uint64_t mixed = (sequence ^ (sequence >> 29U)) * 0x9E3779B97F4A7C15ULL + word;
  mixed ^= mixed >> 32U;
  return mixed * 0xD6E8FEB86659FD93ULL;
}

/// Of the words of a folded phrase.
[[nodiscard]] std::uint64_t phrase_hash(std::string_view phrase);
/// Of the words of a text, the last without its possessive.
[[nodiscard]] std::uint64_t phrase_hash(std::span<const Token> words);

}  // namespace tipoff
