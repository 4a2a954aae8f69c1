// NameIndex: finds any of many word sequences in a text in one pass.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "match/name_openings.h"
#include "match/token.h"

namespace tipoff {

/// A place where an indexed sequence stands.
struct NameHit {
  std::uint32_t token = 0;  // first token of the text
  std::uint32_t count = 0;  // number of tokens
  std::uint32_t value = 0;  // as given to add()
  bool symbol = false;      // as given to add()
  bool with_s = false;      // the last word has an 's that the sequence holds too: "Lowe's"
};

/// A word read by itself.
struct FirstWord {
  std::size_t end = 0;  // bytes from the text's start
  bool named = false;   // whether a hit begins with it
};

using NameHits = std::pmr::vector<NameHit>;

/// Sequences are hashed into one open-addressed table of 8-byte slots. Two Bloom filters stand
/// before it: a small one that knows the openings of names turns away nearly all of a text, and a
/// blocked one that knows every beginning of a sequence, and whether one ends there, most of the
/// rest. Equality is equality of hashes: 52 to 64 bits of them, so that
/// a false hit is rarer than a misprint.
class NameIndex {
 public:
  /// Sequences longer than this are cut.
  static constexpr std::size_t longest = 16;

  /// The same sequence may be added once only; `value` below 2^31 - 1. `symbol`: a word with small
  /// letters is no hit, since stock symbols have none.
  void add(std::span<const std::uint64_t> words, std::uint32_t value, bool symbol = false);

  /// Makes the table. Nothing may be added afterwards.
  void finish();

  /// Whether find() may find anything in the text, asked before it is cut into tokens; false is
  /// certain.
  [[nodiscard]] bool may_stand_in(std::string_view text, bool names_only = false) const;

  /// All hits, by first token, shorter before longer. The last word may carry a possessive 's.
  /// `names_only`: none that begin with a word in small letters, which is most of a text, or are a
  /// single ideograph. `memory`: where the hits are kept. `text`: what the tokens are of; with it,
  /// symbols are left out that cannot be any where they stand.
  [[nodiscard]] NameHits find(std::span<const Token> tokens, bool names_only = false,
                              std::pmr::memory_resource* memory = std::pmr::get_default_resource(),
                              std::string_view text = {}) const;

  /// The word that begins at the byte, or the first behind it, and whether a hit begins with it.
  [[nodiscard]] FirstWord read_word(std::string_view text, std::size_t at, bool names_only) const;

  [[nodiscard]] const NameOpenings& openings() const { return openings_; }

  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Prefix {
    std::uint64_t hash = 0;
    std::uint32_t content = 0;  // value + 1, and the highest bit for a symbol; 0: none ends here
  };
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t content = 0;  // 0: empty
  };

  [[nodiscard]] const std::uint64_t& block(std::uint64_t hash) const {
    return filter_[(hash >> 40U) & (filter_.size() - 1)];
  }
  /// What is searched, and how.
  struct Search {
    std::span<const Token> tokens;
    std::string_view text;
    bool names_only = false;
    bool lone = false;  // whether also for single ideographs
  };
  [[nodiscard]] bool may_open_oddly(const Token& first, const Token& second, const Token& third,
                                    bool lone) const;
  [[nodiscard]] bool may_begin_at(const Search& search, std::size_t at) const;
  [[nodiscard]] bool may_begin_with(const Token& first, const Token& second,
                                    const Token& third) const;
  [[nodiscard]] bool may_be_symbol(const Search& search, std::size_t at) const;
  [[nodiscard]] std::size_t gather(const Search& search, std::size_t& from,
                                   std::span<std::uint32_t> starts) const;
  void admit(const Prefix& prefix);
  [[nodiscard]] std::uint32_t value_at(std::uint64_t block, std::uint64_t hash) const;
  void send_for(const Search& search, std::size_t from) const;
  void walk(const Search& search, std::size_t from, NameHits& hits) const;

  NameOpenings openings_;
  std::vector<Prefix> prefixes_;  // while adding
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> filter_;
};

}  // namespace tipoff
